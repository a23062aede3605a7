using CandidateCrm.Timeline;

namespace CandidateCrm.Engagement;

/// <summary>
/// A run of instants in which the past that was known is one and the same line, cut off at each of them: nothing becomes known in it that had happened before its last
/// question, and nothing is taken back. So one fold serves all of them.
/// </summary>
/// <param name="First">The place of the first instant.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Line">What was known at the last of them, without what had been taken back.</param>
internal sealed record KnownStretch(int First, int Count, List<TimelineEvent> Line);
