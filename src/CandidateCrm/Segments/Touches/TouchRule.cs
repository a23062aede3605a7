using CandidateCrm.Segments.Evaluation;
using NodaTime;

namespace CandidateCrm.Segments.Touches;

/// <summary>One condition of kept rules over the touchpoints.</summary>
internal sealed class TouchRule
{
    private readonly RuleNode<Touchpoint> _where;
    private readonly MomentPlan _plan = new();
    private readonly ZoneClock _clock;

    internal TouchRule(CountRule rule, SegmentSchema<Touchpoint> items, DateTimeZone zone)
    {
        Rule = rule;
        _where = rule.Where.Accept(new RuleCompiler<Touchpoint>(items, _plan));
        _clock = new ZoneClock(zone, items.WeekStart);
        Enough = EnoughOf(rule);
    }

    internal CountRule Rule { get; }

    /// <summary>Gets how many touchpoints that count decide the condition, so that more of them change nothing; null for a proportion, where each can.</summary>
    internal int? Enough { get; }

    internal bool IsProportion => Enough is null;

    /// <summary>Gets a value indicating whether the touchpoints that do not fit are counted: none of them may be there.</summary>
    internal bool CountsMisses => Rule.Mode == CountMode.All;

    /// <summary>Says whether a touchpoint counts from an instant on, and when that changes.</summary>
    internal (TouchCourse Course, Instant At) CourseOf(Touchpoint touch, Instant at)
    {
        var search = new FlipSearch(_plan, _clock, memberships: null);
        var counts = search.Holds(_where, touch, at) != CountsMisses;
        if (!search.TryNextFlip(_where, touch, at, out var flip))
        {
            return (TouchCourse.Changes, at);
        }

        if (flip is not { } first)
        {
            return (counts ? TouchCourse.Always : TouchCourse.Never, at);
        }

        var isOnce = search.TryNextFlip(_where, touch, first, out var second) && second is null;
        return (!isOnce ? TouchCourse.Changes : counts ? TouchCourse.Ends : TouchCourse.Begins, first);
    }

    private static int? EnoughOf(CountRule rule) => rule.Mode switch
    {
        CountMode.All or CountMode.Some or CountMode.None => 1,
        _ when rule.Threshold is > 0 and < 1 => null,
        CountMode.AtLeast => Whole(rule.Threshold!.Value),
        _ => Whole(rule.Threshold!.Value + 1),
    };

    private static int Whole(decimal number) => (int)Math.Min(decimal.Ceiling(number), int.MaxValue);
}
