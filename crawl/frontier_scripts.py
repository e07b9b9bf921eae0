"""What the shared frontier does in Redis, in Lua: each script runs as a whole or not at all, and no other beside it.

ARGV[1] is the prefix of the crawl's keys, ARGV[2] the worker, where a script needs them. The keys are

    rows      hash    number -> [key, parent, outlet, kind, site, url, priority] as JSON
    packed    hash    number -> the request as JSON
    known     hash    an address's key -> its number
    state     hash    number -> "queued", or the worker that has it; a row that is done has none
    done      hash    number -> outcome, reason, ... as JSON
    queue:S   zset    the waiting numbers of site S, the most urgent and oldest first
    flight:W  set     the numbers that worker W has
    holders   hash    site -> the worker that asks it, or -N: nobody may until millisecond N
    alive:W   string  is there as long as worker W is heard of
    sites, workers, passed (sets), policies, counts (hashes), last, open, worker (numbers)
"""

COMMON = """
local p, me = ARGV[1], ARGV[2]
local function add(json)
  local a = cjson.decode(json)
  if redis.call('HEXISTS', p .. 'known', a.key) == 1 then return 0 end
  local id = redis.call('INCR', p .. 'last')
  redis.call('HSET', p .. 'known', a.key, id)
  redis.call('HSET', p .. 'rows', id, json)
  redis.call('HSET', p .. 'packed', id, a.packed)
  redis.call('HSET', p .. 'state', id, 'queued')
  redis.call('SADD', p .. 'sites', a.site)
  redis.call('ZADD', p .. 'queue:' .. a.site, id - a.priority * 1000000000, id)
  redis.call('INCR', p .. 'open')
  redis.call('HINCRBY', p .. 'counts', cjson.encode({a.outlet, 'queued'}), 1)
  return 1
end
local function done(id, json)
  local state = redis.call('HGET', p .. 'state', id)
  if not state then return 0 end
  local a = cjson.decode(redis.call('HGET', p .. 'rows', id))
  redis.call('HDEL', p .. 'state', id)
  redis.call('ZREM', p .. 'queue:' .. a.site, id)
  redis.call('SREM', p .. 'flight:' .. state, id)
  redis.call('HSET', p .. 'done', id, json)
  redis.call('DECR', p .. 'open')
  redis.call('HINCRBY', p .. 'counts', cjson.encode({a.outlet, 'queued'}), -1)
  redis.call('HINCRBY', p .. 'counts', cjson.encode({a.outlet, cjson.decode(json).outcome}), 1)
  return 1
end
local function requeue(id)
  local a = cjson.decode(redis.call('HGET', p .. 'rows', id))
  redis.call('HSET', p .. 'state', id, 'queued')
  redis.call('ZADD', p .. 'queue:' .. a.site, id - a.priority * 1000000000, id)
end
local function now()
  local t = redis.call('TIME')
  return t[1] * 1000 + math.floor(t[2] / 1000)
end
"""
BEGIN = """
local base, above = ARGV[1], tonumber(ARGV[2])
local number = tonumber(redis.call('HGET', base .. 'crawl', 'number') or 0)
if number == 0 or redis.call('HGET', base .. 'crawl', 'is_finished') == '1' then
  number = math.max(number, above) + 1
  redis.call('DEL', base .. 'crawl')
  redis.call('HSET', base .. 'crawl', 'number', number, 'is_finished', '0', 'n_continued', 0, 'n_again', 0)
end
return {number, redis.call('INCR', base .. number .. ':worker')}
"""
"""Join the crawl that is going on, or begin one with a number above ARGV[2]; its number and the worker's."""

ADD = COMMON + "return add(ARGV[3])"
CLAIM = (
    COMMON
    + """
local site, out = ARGV[3], {}
local holder = redis.call('HGET', p .. 'holders', site)
if holder and holder ~= me and (tonumber(holder) > 0 or now() < -tonumber(holder)) then return out end
local ids = redis.call('ZRANGE', p .. 'queue:' .. site, 0, ARGV[4] - 1)
if #ids > 0 then redis.call('HSET', p .. 'holders', site, me) end
for _, id in ipairs(ids) do
  redis.call('ZREM', p .. 'queue:' .. site, id)
  redis.call('HSET', p .. 'state', id, me)
  redis.call('SADD', p .. 'flight:' .. me, id)
  table.insert(out, id)
  table.insert(out, redis.call('HGET', p .. 'rows', id))
  table.insert(out, redis.call('HGET', p .. 'packed', id))
end
return out
"""
)
PUT_BACK = (
    COMMON
    + """
local id = ARGV[3]
if redis.call('HGET', p .. 'state', id) ~= me then return 0 end
redis.call('SREM', p .. 'flight:' .. me, id)
redis.call('HSET', p .. 'packed', id, ARGV[4])
requeue(id)
return 1
"""
)
FINISH = (
    COMMON
    + """
local out = {done(ARGV[3], ARGV[4])}
for at = 6, 5 + ARGV[5] do table.insert(out, add(ARGV[at])) end
for at = 6 + ARGV[5], #ARGV do redis.call('SADD', p .. 'passed', ARGV[at]) end
return out
"""
)
GIVE_UP = (
    COMMON
    + """
local ids = redis.call('ZRANGE', p .. 'queue:' .. ARGV[3], 0, -1)
for _, id in ipairs(ids) do done(id, ARGV[4]) end
return #ids
"""
)
TICK = (
    COMMON
    + """
local base, lease = ARGV[3], ARGV[4]
redis.call('SET', p .. 'alive:' .. me, 1, 'PX', lease)
redis.call('SADD', p .. 'workers', me)
for _, worker in ipairs(redis.call('SMEMBERS', p .. 'workers')) do
  if redis.call('EXISTS', p .. 'alive:' .. worker) == 0 then
    local ids = redis.call('SMEMBERS', p .. 'flight:' .. worker)
    for _, id in ipairs(ids) do requeue(id) end
    redis.call('DEL', p .. 'flight:' .. worker)
    redis.call('SREM', p .. 'workers', worker)
    redis.call('HINCRBY', base .. 'crawl', 'n_continued', 1)
    redis.call('HINCRBY', base .. 'crawl', 'n_again', #ids)
    local held = redis.call('HGETALL', p .. 'holders')
    for at = 1, #held, 2 do
      if held[at + 1] == worker then redis.call('HDEL', p .. 'holders', held[at]) end
    end
  end
end
local sites = {}
for _, site in ipairs(redis.call('SMEMBERS', p .. 'sites')) do
  local holder = redis.call('HGET', p .. 'holders', site) or '0'
  if tonumber(holder) < 0 and now() >= -tonumber(holder) then holder = '0' end
  table.insert(sites, {site, redis.call('ZCARD', p .. 'queue:' .. site), tonumber(holder)})
end
return cjson.encode({sites, redis.call('SCARD', p .. 'workers'), redis.call('HGETALL', p .. 'counts')})
"""
)
"""Be heard of, take back what the dead had, look around: sites with queue and holder, workers, counts."""

RELEASE = (
    COMMON
    + """
if redis.call('HGET', p .. 'holders', ARGV[3]) ~= me then return 0 end
redis.call('HSET', p .. 'holders', ARGV[3], -(now() + ARGV[4]))
return 1
"""
)
CLOSE = (
    COMMON
    + """
for at = 4, #ARGV do done(ARGV[at], ARGV[3]) end
return tonumber(redis.call('GET', p .. 'open') or 0)
"""
)
"""Give the rows that this worker still has their last outcome; how many are left that are not done."""
