import { TURNS } from "../turn-scripts.ts";

/*
 * Lua scripts of the hand-over. KEYS[1] is the hash of a block (see STATES.md); its fields are
 *
 *   x/y|process   a wish: this process waits for the tile
 *   x/y           the tile's mark: `job|end` is a lease of that job, `|end` says delivered, both until `end`
 *   job           when the block was queued, until a job claims something
 *   woken         a job that was idle was woken for the block, until a job claims something
 *   later         when the block was queued in the background, likewise
 *   work          what the job needs to render the block, while the block is queued
 *
 * Times are milliseconds. ARGV[1] is the time, 0 for Redis' own clock: clocks of processes differ. A field
 * keeps its form from version to version: two versions share a block during a rolling restart.
 */

const NOW = `
local now = tonumber(ARGV[1])
if now == 0 then
  local time = redis.call('TIME')
  now = time[1] * 1000 + math.floor(time[2] / 1000)
end
`;

/** Reads and writes marks. A mark that has ended counts as none: the tile is `open`. */
const MARKS = `
local function read_mark(mark)
  if not mark then return 'open' end
  local job, ends = string.match(mark, '^(.*)|(%d+)$')
  if tonumber(ends) <= now then return 'open' end
  if job == '' then return 'delivered' end
  return 'leased', job
end
local function state_of(tile)
  return read_mark(redis.call('HGET', KEYS[1], tile))
end
local function until_after(milliseconds)
  return '|' .. string.format('%.0f', now + milliseconds)
end
`;

/**
 * Who takes a block that was offered: `woken` if an idle job was woken for it; `queued` if the jobs that wait
 * in BullMQ's list are as many as the blocks, as each takes one at least; `none` if one more job is needed.
 * Idle jobs are in `base:idle`, as `process job`, by when they end to wait: the one that has waited longest
 * is next, so that workers share the blocks. They come first, because they hold the places in which queued
 * ones would run. A process that does not listen any more has ended with its jobs. Work that was offered
 * before has waited too long.
 */
const JOBS = `
local function wake_job(base)
  while true do
    local idle, ends = unpack(redis.call('ZPOPMIN', base .. ':idle'))
    if not idle then return false end
    local process, job = string.match(idle, '^(.-) (.*)$')
    if tonumber(ends) > now and redis.call('PUBLISH', base .. ':wake:' .. process, job) > 0 then return true end
  end
end
local function job_for(base, waiting_jobs, waiting_blocks)
  if not waiting_blocks then return 'none' end
  if wake_job(base) then return 'woken' end
  local jobs = redis.call('LLEN', waiting_jobs)
  return jobs > 0 and jobs >= waiting_blocks and 'queued' or 'none'
end
`;

/**
 * KEYS[3]: the turns; KEYS[4]: BullMQ's list of waiting jobs. ARGV[2..]: process, milliseconds after which a
 * queued job counts as lost, the same of a woken one, seconds to keep the block, `job` or `later` for work in
 * the background, organization, block, work, tiles. Answers 1 if a job has to be added, then the tiles in
 * state delivered. With work, the block is queued for the organization's turn in the same step; without, it
 * has to be offered first. A job in the background is none for those who cannot wait; any job will do for
 * those who can.
 */
export const REGISTER = `
${NOW}
${MARKS}
${TURNS}
${JOBS}
local process, keep_seconds, kind, organization, block, work = ARGV[2], unpack(ARGV, 5, 9)
local answer, fields, is_some_open = {0}, {}, false
local known = redis.call('HMGET', KEYS[1], 'job', 'later', 'woken', unpack(ARGV, 10))
local job_lost = tonumber(known[3] and ARGV[4] or ARGV[3])
local function is_queued(queued_at) return queued_at and queued_at + job_lost > now end
for at = 10, #ARGV do
  local tile = ARGV[at]
  local state = read_mark(known[at - 6])
  if state == 'delivered' then
    answer[#answer + 1] = tile
  else
    fields[#fields + 1] = tile .. '|' .. process
    fields[#fields + 1] = 1
    if state == 'open' then is_some_open = true end
  end
end
if is_some_open and not is_queued(known[1]) and not (kind == 'later' and is_queued(known[2])) then
  answer[1] = 1
  fields[#fields + 1] = kind
  fields[#fields + 1] = string.format('%.0f', now)
  if work ~= '' then
    fields[#fields + 1] = 'work'
    fields[#fields + 1] = work
    local job = job_for(KEYS[3], KEYS[4], offer_turn(KEYS[3], organization, block))
    if job ~= 'none' then answer[1] = 0 end
    if job == 'woken' then
      fields[#fields + 1] = 'woken'
      fields[#fields + 1] = 1
    end
  end
end
if #fields > 0 then
  redis.call('HSET', KEYS[1], unpack(fields))
  redis.call('EXPIRE', KEYS[1], keep_seconds)
end
return answer
`;

/**
 * Leases the tiles of a block to a job; returns how many have a wish, the wishes for the leased ones, the
 * work, and how long the block was queued. Without work nothing is leased: the next registration offers the
 * block anew.
 */
const CLAIM_BLOCK = `
local function claim_block(block, job, lease, work)
  local fields = redis.call('HGETALL', block)
  local marks, wished, queued_at = {}, {}, now
  for at = 1, #fields, 2 do
    local field, value = fields[at], fields[at + 1]
    local tile = string.match(field, '^(%d+/%d+)|')
    if tile then
      wished[tile] = wished[tile] or {}
      table.insert(wished[tile], field)
    elseif field == 'work' then work = work or value
    elseif field == 'job' or field == 'later' then queued_at = math.min(queued_at, tonumber(value))
    elseif field == 'woken' then
    else marks[field] = value end
  end
  redis.call('HDEL', block, 'job', 'later', 'work', 'woken')
  local count, wishes, leases = 0, {}, {}
  for tile, fields_of_tile in pairs(wished) do
    count = count + 1
    local state, holder = read_mark(marks[tile])
    if work and (state == 'open' or holder == job) then
      for _, field in ipairs(fields_of_tile) do wishes[#wishes + 1] = field end
      leases[#leases + 1] = tile
      leases[#leases + 1] = lease
    end
  end
  if #leases > 0 then redis.call('HSET', block, unpack(leases)) end
  return count, wishes, work, now - queued_at
end
`;

/**
 * ARGV[2..]: job, milliseconds of the lease. Answers how many tiles have a wish, then the wishes for those
 * that the job leases now.
 */
export const CLAIM = `
${NOW}
${MARKS}
${CLAIM_BLOCK}
local count, wishes = claim_block(KEYS[1], ARGV[2], ARGV[2] .. until_after(ARGV[3]), '')
return {count, unpack(wishes)}
`;

/**
 * KEYS[2]: the turns; KEYS[3]: as KEYS[4] of {@link REGISTER}. ARGV[2..]: organization, block, work, seconds
 * to keep the block. Queues the block for the organization's turn; answers 1 if a job has to be added.
 */
export const OFFER = `
${NOW}
${TURNS}
${JOBS}
redis.call('HSET', KEYS[1], 'work', ARGV[4])
redis.call('EXPIRE', KEYS[1], ARGV[5])
return job_for(KEYS[2], KEYS[3], offer_turn(KEYS[2], ARGV[2], ARGV[3])) == 'none' and 1 or 0
`;

/**
 * KEYS[1]: the turns; KEYS[2]: the work that the job's last attempt left. ARGV[2..]: job, milliseconds of the
 * lease, start of the names of blocks, start of the names of faults, `left` if an attempt may have left work,
 * then of a job that has rendered a block: its process, and for how many milliseconds it is idle if there is
 * no other. Claims the oldest block with something to render of the organization whose turn it is. Answers
 * its work, how many tiles have a wish, how many organizations go on waiting, the milliseconds that the block
 * was queued, 1 if faults of the organization's files may be remembered, and the wishes for the tiles leased;
 * no work if there is none. Blocks that nothing waits for are skipped.
 */
export const TAKE = `
${NOW}
${MARKS}
${CLAIM_BLOCK}
${TURNS}
local job, lease, blocks, faults = ARGV[2], ARGV[2] .. until_after(ARGV[3]), ARGV[4], ARGV[5]
local left = ARGV[6] == 'left' and redis.call('GET', KEYS[2])
if left then
  redis.call('DEL', KEYS[2])
  local block, work = string.match(left, '^(.-) (.*)$')
  local count, wishes, _, waited = claim_block(blocks .. block, job, lease, work)
  return {work, count, organizations_waiting(KEYS[1]), waited, 1, unpack(wishes)}
end
local count, wishes, work, waited = 0, {}, nil, 0
local organization = next_turn(KEYS[1], function(block)
  local wished
  wished, wishes, work, waited = claim_block(blocks .. block, job, lease)
  count = count + wished
  return #wishes > 0
end)
local process, idle_ms = ARGV[7], tonumber(ARGV[8])
if process ~= '' then
  local idle, member = KEYS[1] .. ':idle', process .. ' ' .. job
  if not work and idle_ms > 0 then
    redis.call('ZADD', idle, now + idle_ms, member)
    redis.call('EXPIRE', idle, 60)
  else
    redis.call('ZREM', idle, member)
  end
end
local has_faults = organization and redis.call('EXISTS', faults .. organization) or 0
return {work or '', count, organizations_waiting(KEYS[1]), waited, has_faults, unpack(wishes)}
`;

/**
 * ARGV[2..]: job, milliseconds of the lease, tiles. Prolongs the leases whose mark still names the job, ended
 * or not.
 */
export const RENEW = `
${NOW}
${MARKS}
local job, lease = ARGV[2], ARGV[2] .. until_after(ARGV[3])
for at = 4, #ARGV do
  local mark = redis.call('HGET', KEYS[1], ARGV[at])
  if mark and string.match(mark, '^(.*)|') == job then redis.call('HSET', KEYS[1], ARGV[at], lease) end
end
`;

/** Publishes `messages`, by tile, to every process with a wish for the tile, and removes these wishes. */
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

/**
 * ARGV[2..]: milliseconds in state delivered, seconds to keep the block, then tiles. Answers the wishes for
 * them, and removes these wishes: the caller sends the bytes.
 */
export const DELIVER = `
${NOW}
${MARKS}
local marks, is_delivered, delivered = {}, {}, until_after(ARGV[2])
for at = 4, #ARGV do
  is_delivered[ARGV[at]] = true
  marks[#marks + 1] = ARGV[at]
  marks[#marks + 1] = delivered
end
local wishes = {}
for _, field in ipairs(redis.call('HKEYS', KEYS[1])) do
  if is_delivered[string.match(field, '^(%d+/%d+)|')] then wishes[#wishes + 1] = field end
end
if #wishes > 0 then redis.call('HDEL', KEYS[1], unpack(wishes)) end
redis.call('HSET', KEYS[1], unpack(marks))
redis.call('EXPIRE', KEYS[1], ARGV[3])
return wishes
`;

/**
 * KEYS[2]: the hash of bytes by tile. ARGV[2..]: seconds to keep bytes, which is how long their tiles are in
 * state delivered; seconds to keep the block; then tiles, each followed by its bytes.
 */
export const KEEP = `
${NOW}
${MARKS}
local delivered = until_after(ARGV[2] * 1000)
for at = 4, #ARGV, 2 do
  redis.call('HSET', KEYS[2], ARGV[at], ARGV[at + 1])
  redis.call('HSET', KEYS[1], ARGV[at], delivered)
end
redis.call('EXPIRE', KEYS[2], ARGV[2])
redis.call('EXPIRE', KEYS[1], ARGV[3])
`;

/**
 * ARGV[2..]: job, start and middle of channels, message, tiles. A tile that another job holds is left alone:
 * its waiters get the answer of that job. So is one in state delivered.
 */
export const FAIL = `
${NOW}
${MARKS}
${ANSWER}
local job, messages = ARGV[2], {}
for at = 6, #ARGV do
  local tile = ARGV[at]
  local state, holder = state_of(tile)
  if state == 'open' or holder == job then
    messages[tile] = ARGV[5]
    redis.call('HDEL', KEYS[1], tile)
  end
end
answer(messages, ARGV[3], ARGV[4])
`;
