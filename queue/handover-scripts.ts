/*
 * Scripts over two keys of a block. KEYS[1], the hash of what is wanted: `x/y|process` for each process that waits for a tile, `x/y` with the job that
 * took it and until when (milliseconds), `job` with the time when a job was added that has taken nothing yet. KEYS[2], the hash of bytes by tile.
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

/** ARGV: process, milliseconds after which a job is lost, seconds to keep, tiles. Answers how many are present, and 1 where a job is needed. */
export const WANT = `
${NOW}
${IS_TAKEN}
local present, open = 0, false
for at = 4, #ARGV do
  local tile = ARGV[at]
  if redis.call('HEXISTS', KEYS[2], tile) == 1 then
    present = present + 1
  else
    redis.call('HSET', KEYS[1], tile .. '|' .. ARGV[1], 1)
    if not is_taken(redis.call('HGET', KEYS[1], tile)) then open = true end
  end
end
redis.call('EXPIRE', KEYS[1], ARGV[3])
if not open then return {present, 0} end
local job = redis.call('HGET', KEYS[1], 'job')
if job and job + ARGV[2] > now then return {present, 0} end
redis.call('HSET', KEYS[1], 'job', now)
return {present, 1}
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
local answer = {0}
for tile in pairs(wanted) do
  answer[1] = answer[1] + 1
  local lease = leases[tile]
  if not is_taken(lease) or string.match(lease, '^(.*)|') == ARGV[1] then
    redis.call('HSET', KEYS[1], tile, ARGV[1] .. '|' .. string.format('%.0f', now + ARGV[2]))
    answer[#answer + 1] = tile
  end
end
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

/** Forgets that tiles, keys of a table, are wanted or taken. */
const FORGET = `
local function forget(tiles)
  for _, field in ipairs(redis.call('HKEYS', KEYS[1])) do
    if tiles[string.match(field, '^(%d+/%d+)')] then redis.call('HDEL', KEYS[1], field) end
  end
end
`;

/** ARGV: seconds to keep, channel, message, then tiles, each followed by its bytes. */
export const DELIVER = `
${FORGET}
local tiles = {}
for at = 4, #ARGV, 2 do
  tiles[ARGV[at]] = true
  redis.call('HSET', KEYS[2], ARGV[at], ARGV[at + 1])
end
redis.call('EXPIRE', KEYS[2], ARGV[1])
forget(tiles)
redis.call('PUBLISH', ARGV[2], ARGV[3])
`;

/** ARGV: channel, message, tiles. */
export const FAIL = `
${FORGET}
local tiles = {}
for at = 3, #ARGV do tiles[ARGV[at]] = true end
forget(tiles)
redis.call('PUBLISH', ARGV[1], ARGV[2])
`;
