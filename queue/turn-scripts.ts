/*
 * Turns of organizations, as a part of Lua scripts. Work waits in one queue for each organization, oldest
 * first. The organization that was served least recently is next. So an organization waits for at most one
 * piece of work of each other one, however much they have waiting. `base` is the start of all keys:
 *
 *   base:sequence          counts what is offered and served
 *   base:count             how much work waits, of all organizations; it may be too large, never too small
 *   base:turns             organizations with waiting work, by when they were served last
 *   base:served            the last organizations served, by when
 *   base:waiting:ORG       the waiting work of an organization, by when it was offered
 *
 * Every key has the hash tag of `base`, so that a script may compute their names in a Redis Cluster.
 */

/** How long waiting work outlives its last change. */
const KEEP_SECONDS = 3_600;

/** More organizations than are served within any short time. One that is forgotten counts as never served. */
const SERVED_MAX = 1_000;

/** The oldest of them are forgotten after so many turns. */
const FORGET_EVERY = 100;

/** How many pieces of work that are not wanted any more one call removes: it must not hold Redis up. */
const LOOKS_MAX = 1_000;

/**
 * `offer_turn` adds work and answers how much waits now; work that waits already keeps its place, and nil is
 * answered. `next_turn` returns the next organization
 * and its oldest piece of work for which `is_wanted` answers true, both nil when there is none. Work that is
 * not wanted is removed and costs its organization nothing.
 */
export const TURNS = `
local function organizations_waiting(base) return redis.call('ZCARD', base .. ':turns') end
local function keep_turns(key) redis.call('EXPIRE', key, ${KEEP_SECONDS}) end
local function offer_turn(base, organization, work)
  local waiting, turns = base .. ':waiting:' .. organization, base .. ':turns'
  local added = redis.call('ZADD', waiting, 'NX', redis.call('INCR', base .. ':sequence'), work)
  keep_turns(waiting)
  local served = redis.call('ZSCORE', base .. ':served', organization) or 0
  redis.call('ZADD', turns, 'NX', served, organization)
  keep_turns(turns)
  if added == 1 then return redis.call('INCR', base .. ':count') end
end
local function serve_turn(base, organization)
  local turns, served = base .. ':turns', base .. ':served'
  local at = redis.call('INCR', base .. ':sequence')
  redis.call('ZADD', served, at, organization)
  if at % ${FORGET_EVERY} == 0 then redis.call('ZREMRANGEBYRANK', served, 0, -${SERVED_MAX + 1}) end
  if redis.call('EXISTS', base .. ':waiting:' .. organization) == 1 then
    redis.call('ZADD', turns, at, organization)
  else
    redis.call('ZREM', turns, organization)
  end
end
local function next_turn(base, is_wanted)
  for _ = 1, ${LOOKS_MAX} do
    local organization = redis.call('ZRANGE', base .. ':turns', 0, 0)[1]
    if not organization then
      redis.call('DEL', base .. ':count')
      return
    end
    local work = redis.call('ZPOPMIN', base .. ':waiting:' .. organization)[1]
    if not work then
      redis.call('ZREM', base .. ':turns', organization)
    else
      if redis.call('DECR', base .. ':count') < 0 then redis.call('DEL', base .. ':count') end
      if is_wanted(work) then
        serve_turn(base, organization)
        return organization, work
      end
    end
  end
end
`;
