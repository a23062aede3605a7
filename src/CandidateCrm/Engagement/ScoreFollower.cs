using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>One score followed through touchpoints, which stand in the order of their line, from question to question; these do not go back in time.</summary>
internal sealed class ScoreFollower(ScorePlan plan, IReadOnlyList<Touch> touches)
{
    private readonly FoldWalk _walk = new(plan);
    private int _next;

    /// <summary>Returns the score, and the band that a relationship has, at an instant.</summary>
    internal SampleVerdict At(Instant at)
    {
        for (; _next < touches.Count && touches[_next].OccurredAt <= at; _next++)
        {
            _walk.Take(touches[_next]);
        }

        _walk.WalkUntil(at);
        return new SampleVerdict(_walk.Score(at), _walk.Band);
    }
}
