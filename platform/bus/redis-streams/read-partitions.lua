--[[
  For each of many reads of one topic: moves a group's position past what is done and reads what comes next, for the
  holder of the lease only: a member that was taken for dead and wakes up again can neither take events away from its
  successor nor move its position.

  Three KEYS a read:
    leases     hash  partition to member id
    positions  hash  partition to '<id of the last entry done> <how many are done> <when it was made>'
    stream

  Six ARGV a read:
    member id
    partition
    most entries; 0 only moves the position
    the position that was read from, or '' when nothing is done
    id of the last entry that is done
    how many entries are done

  A position that is not the one that was read from stays as it is: somebody else held the lease in between, or Redis
  was flushed and it is another one, or the answer to the same call was lost.

  Returns { answers, lists }. An answer is { position, which list, how many of its entries }, or -1 when the lease or the
  position is gone. Groups that are equally far share a list, so that an event is sent once and not once a group.
]]
local answers, lists, known = {}, {}, {}

local function readList(stream, id, most)
  local place = stream .. ' ' .. id
  local list = known[place]
  if not list or (list.most < most and #lists[list.at] == list.most) then
    lists[#lists + 1] = redis.call('XRANGE', stream, '(' .. id, '+', 'COUNT', most)
    list = { at = #lists, most = most }
    known[place] = list
  end
  return list.at, math.min(most, #lists[list.at])
end

for i = 1, #KEYS / 3 do
  local leases, positions, stream = KEYS[3 * i - 2], KEYS[3 * i - 1], KEYS[3 * i]
  local me, partition, most, from, to, done = unpack(ARGV, 6 * i - 5, 6 * i)

  local isHeld = redis.call('HGET', leases, partition) == me
  local stored = isHeld and redis.call('HGET', positions, partition)
  if isHeld and not stored then redis.call('HDEL', leases, partition) end

  if not stored then
    answers[i] = -1
  else
    local id, total, made = string.match(stored, '^(%S+) (%d+) (%d+)$')
    if from == stored then
      id = to
      stored = string.format('%s %.0f %s', to, total + done, made)
      redis.call('HSET', positions, partition, stored)
    end
    local at, entries = 0, 0
    if most ~= '0' then at, entries = readList(stream, id, tonumber(most)) end
    answers[i] = { stored, at, entries }
  end
end
return { answers, lists }
