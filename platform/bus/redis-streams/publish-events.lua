--[[
  Appends events to a topic and wakes its readers: all of them or none.

  KEYS[1]    marker   string  present as long as Redis remembers the topic
  KEYS[2..]  streams  of the partitions that get events

  ARGV[1] the marker that the publisher has seen before, or ''
  ARGV[2] a marker to set when there is none
  ARGV[3] about how many entries a stream keeps
  ARGV[4] channel
  ARGV[5] message for the readers
  ARGV[6..] for each event the position of its stream in KEYS, and its body

  Returns the marker, or false (and appends nothing) when Redis has lost what the publisher gave it: earlier
  events have to be published again before later ones.
]]
local seen, fresh, keep, channel, wake = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]

local marker = redis.call('GET', KEYS[1])
if seen ~= '' and marker ~= seen then return false end
if not marker then
  redis.call('SET', KEYS[1], fresh)
  marker = fresh
end

for i = 6, #ARGV, 2 do
  redis.call('XADD', KEYS[tonumber(ARGV[i])], 'MAXLEN', '~', keep, '*', 'e', ARGV[i + 1])
end
redis.call('PUBLISH', channel, wake)
return marker
