using CandidateCrm.Segments.Evaluation;
using CandidateCrm.Timeline;

namespace CandidateCrm.Segments.Explaining;

/// <summary>One condition, with what it finds of a candidate.</summary>
internal sealed class DecidingLeaf<T>(SegmentRule rule, RuleNode<T> node, SegmentField? field) : DecidingPart<T>
{
    /// <summary>Gets how the actual value is read; null where there is nothing to show.</summary>
    internal Func<T, AttributeValue>? Actual { get; init; }

    /// <summary>Gets how many items meet the condition, and of how many; null for conditions that count nothing.</summary>
    internal Func<T, Moment, (int Met, int All)>? Items { get; init; }

    internal override (bool Holds, IReadOnlyList<DecidingLeaf<T>> By) Of(T candidate, Moment moment) => (node.Holds(candidate, moment), [this]);

    internal override ExplainedPart Show(in Asked<T> asked, bool decides)
    {
        var condition = Describe(asked);
        return new ExplainedPart { Holds = condition.Holds, Decides = decides, Condition = condition };
    }

    internal DecidingCondition Describe(in Asked<T> asked)
    {
        var (candidate, moment) = (asked.Candidate, asked.Moment);
        var items = Items?.Invoke(candidate, moment);
        var isMasked = field?.Class is AttributeClass.Contact or AttributeClass.Protected;
        return new DecidingCondition
        {
            Condition = SegmentText.Format(rule),
            Field = field?.Name ?? string.Empty,
            Holds = node.Holds(candidate, moment),
            Actual = isMasked ? default : items is { } counted ? counted.Met : Actual?.Invoke(candidate) ?? default,
            IsMasked = isMasked,
            Threshold = rule switch
            {
                CountRule count => Wanted(count, items!.Value.All),
                CompareRule { UpTo: null, Operand: LiteralOperand { Value: { Type: AttributeType.Number } number } } => number.AsNumber,
                _ => null,
            },
            ChangesAt = asked.Search.NextFlip(node, candidate, asked.At),
        };
    }

    private static decimal Wanted(CountRule count, int all) => count.Mode switch
    {
        CountMode.All => all,
        CountMode.Some => 1,
        CountMode.None => 0,
        _ => count.Threshold is > 0 and < 1 ? count.Threshold.Value * all : count.Threshold!.Value,
    };
}
