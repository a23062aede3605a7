using CandidateCrm.Segments.Evaluation;
using NodaTime;

namespace CandidateCrm.Segments;

/// <summary>A rule at one instant in one zone, for many candidates. Safe for concurrent use.</summary>
/// <typeparam name="T">What the rule is about.</typeparam>
public sealed class SegmentTest<T>
{
    private readonly RuleNode<T> _node;
    private readonly RuleProgram<T> _program;
    private readonly Func<FlipSearch> _search;
    private readonly Moment _moment;
    private Func<T, Moment, bool>? _compiled;

    internal SegmentTest((RuleNode<T> Node, RuleProgram<T> Program, MomentPlan Plan) rule, Instant now, DateTimeZone zone, IsoDayOfWeek weekStart, Delegate? memberships)
    {
        (_node, _program) = (rule.Node, rule.Program);
        _moment = rule.Plan.At(new LocalCalendar(now, zone, weekStart), memberships);
        _search = () => new FlipSearch(rule.Plan, new ZoneClock(zone, weekStart), memberships);
        Now = now;
        Zone = zone;
    }

    /// <summary>Gets the instant.</summary>
    public Instant Now { get; }

    /// <summary>Gets the zone in which days begin.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>Says whether a candidate is in. Nothing is allocated.</summary>
    public bool Holds(T candidate) => _compiled is { } compiled ? compiled(candidate, _moment) : Counted(candidate);

    /// <summary>Says whether a candidate is in where a comparison with no value is unknown: null for unknown. Nothing is allocated.</summary>
    public bool? Judge(T candidate) => _node.Judge(candidate, _moment);

    /// <summary>
    /// Returns the first instant after <see cref="Now"/>, to a nanosecond, at which the same data give another answer; from now until then it is the same. Null where time alone never changes it,
    /// or not before some thousand changes of single conditions cancelled each other out, as two anniversaries may. Who is in other segments is taken to stay as it is.
    /// </summary>
    public Instant? NextFlip(T candidate) => _search().NextFlip(_node, candidate, Now);

    /// <summary>Compiles the rule at once.</summary>
    internal SegmentTest<T> Compiled()
    {
        _compiled = _program.Compile(_node);
        return this;
    }

    /// <summary>Says whether a candidate is in, by the typed nodes, whatever was compiled.</summary>
    internal bool HoldsByNodes(T candidate) => _node.Holds(candidate, _moment);

    private bool Counted(T candidate)
    {
        if (_program.Count(_node) is not { } compiled)
        {
            return _node.Holds(candidate, _moment);
        }

        _compiled = compiled;
        return compiled(candidate, _moment);
    }
}
