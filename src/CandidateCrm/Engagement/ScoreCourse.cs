using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>A score followed through a period as the fold follows it: touchpoints at their instants, and what decay does to the band on its seconds.</summary>
internal sealed class ScoreCourse
{
    private readonly List<(Instant At, decimal Score)> _points = [];
    private readonly List<(Instant At, decimal Score)> _touched = [];
    private readonly List<(int Band, Instant From, Instant To)> _stays = [];
    private readonly FoldWalk _walk;
    private readonly Instant _from;
    private Instant _since;

    private ScoreCourse(ScorePlan plan, Instant from)
    {
        _walk = new FoldWalk(plan) { Moved = Stay };
        _from = from;
        _since = from;
    }

    /// <summary>Gets the curve: even samples, and both sides of each touchpoint.</summary>
    internal IReadOnlyList<(Instant At, decimal Score)> Points => _points;

    /// <summary>Gets the touchpoints within the period, each with the score that it leads to.</summary>
    internal IReadOnlyList<(Instant At, decimal Score)> Touched => _touched;

    /// <summary>Gets the bands one after the other.</summary>
    internal IReadOnlyList<(int Band, Instant From, Instant To)> Stays => _stays;

    internal static ScoreCourse Of(ScoreEngine engine, IEnumerable<Touch> touches, Instant from, Instant to, int samples)
    {
        var course = new ScoreCourse(engine.Plan, from);
        var groups = TouchSelection.Of(engine.Plan, touches, to).Counted.GroupBy(touch => touch.OccurredAt).OrderBy(group => group.Key).ToList();
        var next = 0;
        for (var sample = 0; sample <= samples; sample++)
        {
            var at = from + ((to - from) * sample / samples);
            for (; next < groups.Count && groups[next].Key <= at; next++)
            {
                course.Take(groups[next]);
            }

            course._walk.WalkUntil(at);
            course._points.Add((at, course._walk.Score(at)));
        }

        course.Stay(to, course._walk.Band);
        return course;
    }

    private void Take(IGrouping<Instant, Touch> group)
    {
        _walk.WalkUntil(group.Key - Duration.Epsilon);
        if (group.Key >= _from)
        {
            _points.Add((group.Key, _walk.Score(group.Key)));
        }

        // On a line, events of one instant stand in the order of their ids.
        foreach (var touch in group.OrderBy(touch => touch.Id.Value, StringComparer.Ordinal))
        {
            _walk.Take(touch);
        }

        if (group.Key >= _from)
        {
            _touched.Add((group.Key, _walk.Score(group.Key)));
            _points.Add(_touched[^1]);
        }
    }

    private void Stay(Instant until, int band)
    {
        if (until > _since)
        {
            _stays.Add((band, _since, until));
            _since = until;
        }
    }
}
