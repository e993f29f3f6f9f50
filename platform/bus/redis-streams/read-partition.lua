--[[
  Acknowledges what is done and reads what is next, for the holder of the lease only: a member that was
  taken for dead and wakes up again can neither take events away from its successor nor move its position.

  KEYS[1] leases  hash
  KEYS[2] stream

  ARGV[1]   group
  ARGV[2]   member id
  ARGV[3]   partition
  ARGV[4]   position: '0' for what was read and never acknowledged, '>' for what nobody has read
  ARGV[5]   most entries; 0 only acknowledges
  ARGV[6..] ids to acknowledge

  Returns the entries, or -1 when the lease or the group is gone.
]]
local leases, stream = KEYS[1], KEYS[2]
local group, me, partition, position, count = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]

if redis.call('HGET', leases, partition) ~= me then return -1 end

for i = 6, #ARGV do redis.call('XACK', stream, group, ARGV[i]) end
if count == '0' then return {} end

-- One reader name for all owners: a new owner finds the pending entries of the dead one as its own.
local read = redis.pcall('XREADGROUP', 'GROUP', group, 'owner', 'COUNT', count, 'STREAMS', stream, position)
if not read then return {} end
if read.err then
  if string.find(read.err, 'NOGROUP') then
    redis.call('HDEL', leases, partition)
    return -1
  end
  return read
end
return read[1][2]
