--[[
  Moves a group's position past what is done and reads what comes next, for the holder of the lease only: a member that
  was taken for dead and wakes up again can neither take events away from its successor nor move its position.

  KEYS[1] leases     hash  partition to member id
  KEYS[2] positions  hash  partition to '<id of the last entry done> <how many are done> <when it was made>'
  KEYS[3] stream

  ARGV[1] member id
  ARGV[2] partition
  ARGV[3] most entries; 0 only moves the position
  ARGV[4] the position that was read from, or '' when nothing is done
  ARGV[5] id of the last entry that is done
  ARGV[6] how many entries are done

  A position that is not the one that was read from stays as it is: somebody else held the lease in between, or Redis
  was flushed and it is another one, or the answer to the same call was lost.

  Returns { position, entries behind it }, or -1 when the lease or the position is gone.
]]
local leases, positions, stream = KEYS[1], KEYS[2], KEYS[3]
local me, partition, count, from, to, done = unpack(ARGV)

if redis.call('HGET', leases, partition) ~= me then return -1 end
local stored = redis.call('HGET', positions, partition)
if not stored then
  redis.call('HDEL', leases, partition)
  return -1
end

local id, total, made = string.match(stored, '^(%S+) (%d+) (%d+)$')
if from == stored then
  id = to
  stored = string.format('%s %.0f %s', to, total + done, made)
  redis.call('HSET', positions, partition, stored)
end
if count == '0' then return { stored, {} } end
return { stored, redis.call('XRANGE', stream, '(' .. id, '+', 'COUNT', count) }
