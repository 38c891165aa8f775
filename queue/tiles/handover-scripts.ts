/*
 * Scripts over the hash of what is wanted of a block, KEYS[1]: `x/y|process` for each process that waits for a tile; `x/y` with who has the tile and until
 * when (milliseconds), `job|until` for a job that took it and `|until` when it was handed over a moment ago; `job` with the time when a job was added
 * that has taken nothing yet.
 */

const NOW = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
`;

/** Whether a lease, as stored, still holds. */
const IS_TAKEN = `
local function is_taken(lease)
  return lease and tonumber(string.match(lease, '|(%d+)$')) > now
end
`;

/**
 * ARGV: process, milliseconds after which a job is lost, seconds to keep, tiles. Answers 1 where a job is needed, then the tiles that were handed over a
 * moment ago.
 */
export const WANT = `
${NOW}
${IS_TAKEN}
local answer, wishes, open = {0}, {}, false
for at = 4, #ARGV do
  local tile = ARGV[at]
  local lease = redis.call('HGET', KEYS[1], tile)
  local taken = is_taken(lease)
  if taken and string.sub(lease, 1, 1) == '|' then
    answer[#answer + 1] = tile
  else
    wishes[#wishes + 1] = tile .. '|' .. ARGV[1]
    wishes[#wishes + 1] = 1
    if not taken then open = true end
  end
end
if open then
  local job = redis.call('HGET', KEYS[1], 'job')
  if not (job and job + ARGV[2] > now) then
    answer[1] = 1
    wishes[#wishes + 1] = 'job'
    wishes[#wishes + 1] = now
  end
end
if #wishes > 0 then
  redis.call('HSET', KEYS[1], unpack(wishes))
  redis.call('EXPIRE', KEYS[1], ARGV[3])
end
return answer
`;

/** ARGV: job, milliseconds of the lease. Answers how many tiles are wanted, then those that were taken. */
export const TAKE = `
${NOW}
${IS_TAKEN}
local fields = redis.call('HGETALL', KEYS[1])
local leases, wanted = {}, {}
for at = 1, #fields, 2 do
  local tile = string.match(fields[at], '^(%d+/%d+)|')
  if tile then wanted[tile] = true elseif fields[at] ~= 'job' then leases[fields[at]] = fields[at + 1] end
end
redis.call('HDEL', KEYS[1], 'job')
local answer, taken = {0}, {}
for tile in pairs(wanted) do
  answer[1] = answer[1] + 1
  local lease = leases[tile]
  if not is_taken(lease) or string.match(lease, '^(.*)|') == ARGV[1] then
    answer[#answer + 1] = tile
    taken[#taken + 1] = tile
    taken[#taken + 1] = ARGV[1] .. '|' .. string.format('%.0f', now + ARGV[2])
  end
end
if #taken > 0 then redis.call('HSET', KEYS[1], unpack(taken)) end
return answer
`;

/** ARGV: job, milliseconds of the lease, tiles. Prolongs the leases that the job holds. */
export const RENEW = `
${NOW}
for at = 3, #ARGV do
  local lease = redis.call('HGET', KEYS[1], ARGV[at])
  if lease and string.match(lease, '^(.*)|') == ARGV[1] then
    redis.call('HSET', KEYS[1], ARGV[at], ARGV[1] .. '|' .. string.format('%.0f', now + ARGV[2]))
  end
end
`;

/** Publishes to each process that waits for one of these tiles what `messages` has for it, and forgets the wishes. */
const ANSWER = `
local function answer(messages, channel_start, channel_middle)
  local answered = {}
  for _, field in ipairs(redis.call('HKEYS', KEYS[1])) do
    local tile, process = string.match(field, '^(%d+/%d+)|(.*)$')
    if tile and messages[tile] then
      redis.call('PUBLISH', channel_start .. process .. channel_middle .. tile, messages[tile])
      answered[#answered + 1] = field
    end
  end
  if #answered > 0 then redis.call('HDEL', KEYS[1], unpack(answered)) end
end
`;

/** ARGV: start and middle of channels, milliseconds for which the tiles count as handed over, seconds to keep wishes, then tiles, each followed by its bytes. */
export const DELIVER = `
${NOW}
${ANSWER}
local messages, marks = {}, {}
local mark = '|' .. string.format('%.0f', now + ARGV[3])
for at = 5, #ARGV, 2 do
  messages[ARGV[at]] = ARGV[at + 1]
  marks[#marks + 1] = ARGV[at]
  marks[#marks + 1] = mark
end
answer(messages, ARGV[1], ARGV[2])
redis.call('HSET', KEYS[1], unpack(marks))
redis.call('EXPIRE', KEYS[1], ARGV[4])
`;

/**
 * KEYS[2]: the hash of bytes by tile. ARGV: seconds to keep bytes, for which the tiles count as handed over, and seconds to keep wishes, then tiles, each
 * followed by its bytes.
 */
export const KEEP = `
${NOW}
local mark = '|' .. string.format('%.0f', now + ARGV[1] * 1000)
for at = 3, #ARGV, 2 do
  redis.call('HSET', KEYS[2], ARGV[at], ARGV[at + 1])
  redis.call('HSET', KEYS[1], ARGV[at], mark)
end
redis.call('EXPIRE', KEYS[2], ARGV[1])
redis.call('EXPIRE', KEYS[1], ARGV[2])
`;

/** ARGV: start and middle of channels, message, tiles. */
export const FAIL = `
${ANSWER}
local messages = {}
for at = 4, #ARGV do
  messages[ARGV[at]] = ARGV[3]
  redis.call('HDEL', KEYS[1], ARGV[at])
end
answer(messages, ARGV[1], ARGV[2])
`;
