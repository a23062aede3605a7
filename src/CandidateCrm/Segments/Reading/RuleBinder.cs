using System.Globalization;
using Codes = CandidateCrm.Segments.SegmentFaultCodes;

namespace CandidateCrm.Segments.Reading;

/// <summary>Makes a rule of what was written, by what a schema says; or notes everything that is wrong with it.</summary>
internal sealed class RuleBinder
{
    private const int MostCounts = 2;

    private readonly FaultNotes _notes;
    private readonly FieldGate _gate;
    private readonly ConditionBinder _conditions;
    private readonly SegmentTerms _terms;
    private readonly SegmentSchema _schema;
    private int _count;
    private bool _isTooDeep;

    private RuleBinder(SegmentSchema schema, SegmentTerms terms, FaultNotes notes)
    {
        (_schema, _terms, _notes) = (schema, terms, notes);
        _gate = new FieldGate(terms, notes);
        _conditions = new ConditionBinder(_gate, notes);
    }

    /// <summary>Returns what came of it. Faults that were noted before are among those of the reading.</summary>
    internal static SegmentReading Bind(RawRule raw, SegmentSchema schema, SegmentTerms terms, FaultNotes notes)
    {
        var binder = new RuleBinder(schema, terms, notes);
        var rule = binder.Bind(raw, new Scope(schema, 0), 1);
        if (binder._count > SegmentRule.MostConditions)
        {
            notes.Note(Codes.TooLarge, raw.Spot, string.Create(CultureInfo.InvariantCulture, $"The rule has {binder._count} conditions; {SegmentRule.MostConditions} are the limit."));
        }

        return notes.Count == 0 ? new SegmentReading { Rule = rule } : new SegmentReading { Faults = notes.All };
    }

    private SegmentRule? Bind(RawRule raw, Scope scope, int depth) => raw switch
    {
        RawGroup group => Group(group, scope, depth),
        RawNot { Rule: RawGroup group } => Not(Bind(group, scope, depth)),
        RawNot not => Not(Bind(not.Rule, scope, depth + 1)),
        RawCondition condition => Counted(_conditions.Bind(condition, scope)),
        RawCount count => Count(count, scope, depth),
        RawSegments segments => Counted(Segments(segments, scope)),
        RawEveryone => Counted(SegmentRule.Everyone),
        _ => null,
    };

    private SegmentRule? Counted(SegmentRule? rule)
    {
        _count++;
        return rule;
    }

    private static NotRule? Not(SegmentRule? rule) => rule is null ? null : new NotRule(rule);

    private SegmentRule? Group(RawGroup group, Scope scope, int depth)
    {
        if (group.Rules.Count == 0)
        {
            _notes.Note(Codes.EmptyGroup, group.Spot, "A group needs a rule; an empty one is not «everyone».");
            return null;
        }

        if (TooDeep(group.Spot, depth))
        {
            return null;
        }

        var rules = new List<SegmentRule>(group.Rules.Count);
        foreach (var raw in group.Rules)
        {
            // A condition has no depth of its own; a group, also one within «not», is one deeper.
            if (Bind(raw, scope, depth + 1) is { } rule)
            {
                rules.Add(rule);
            }
        }

        return rules.Count < group.Rules.Count ? null : group.IsOr ? SegmentRule.Any(rules) : SegmentRule.All(rules);
    }

    private bool TooDeep(Spot spot, int depth)
    {
        if (depth > SegmentRule.DeepestNesting && !_isTooDeep)
        {
            _isTooDeep = true;
            _notes.Note(Codes.TooDeep, spot, string.Create(CultureInfo.InvariantCulture, $"Groups stand at most {SegmentRule.DeepestNesting} deep within each other."));
        }

        return depth > SegmentRule.DeepestNesting;
    }

    private CountRule? Count(RawCount count, Scope scope, int depth)
    {
        var isRight = ThresholdBinder.TryBind(count.Threshold, _notes, out var mode, out var threshold);
        if (scope.Counts >= MostCounts)
        {
            _notes.Note(Codes.TooDeep, count.Spot, string.Create(CultureInfo.InvariantCulture, $"Counts stand at most {MostCounts} deep within each other."));
            return null;
        }

        if (!_conditions.TryField(count.Field, scope, out var field) || !_gate.Lets(field, count.Field.Spot, isPresence: false, scope.IsOfItem))
        {
            return null;
        }

        if (field.Items is not { } items)
        {
            _notes.Note(Codes.UnsupportedOperator, count.Field.Spot, $"Only collections and sets have items to count, and «{field.Name}» is of the type {Words<FieldType>.Of(field.Type)}.");
            return null;
        }

        var where = Bind(count.Where, scope.Items(items), depth);
        if (isRight && where is not null && Tautologies.IsOne(mode, threshold, where))
        {
            _notes.Note(Codes.Tautology, count.Spot, "This count holds for everyone, however many items there are.");
            return null;
        }

        return isRight && where is not null ? new CountRule(field.Name, where, mode, threshold) : null;
    }

    private InSegmentRule? Segments(RawSegments raw, Scope scope)
    {
        if (scope.IsOfItem)
        {
            _notes.Note(Codes.UnsupportedOperator, raw.Spot, "An item is in no segment; only the candidate is.");
            return null;
        }

        if (_conditions.Values.List(raw.Segments, FieldType.Code) is not { } names)
        {
            return null;
        }

        var keys = new List<SegmentKey>(names.Count);
        foreach (var (name, spot) in names)
        {
            if (SegmentKey.TryFrom(name.AsText, out var key))
            {
                keys.Add(key);
            }
            else
            {
                _notes.Unknown(Codes.UnknownSegment, new RawName(name.AsText, spot), "a segment", References.Known(_terms));
            }

            References.Judge(key, spot, _schema, _terms, _notes);
        }

        return keys.Count == names.Count ? new InSegmentRule(keys, raw.IsNegated) : null;
    }
}
