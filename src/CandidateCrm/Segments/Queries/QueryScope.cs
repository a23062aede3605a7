namespace CandidateCrm.Segments.Queries;

/// <summary>Where a query stands: at a candidate, or at an item of one. It makes parts of a query of whatever kind.</summary>
internal abstract class QueryScope<TPart>
    where TPart : class
{
    internal abstract SegmentSchema Schema { get; }

    internal abstract TPart True { get; }

    internal abstract TPart False { get; }

    /// <summary>Returns how a field is read; null where the query cannot read it.</summary>
    internal abstract QueryColumn<TPart>? Column(SegmentField field);

    /// <summary>Returns the items of a collection or set; null where the query cannot reach them.</summary>
    internal abstract QueryItems<TPart>? Items(SegmentField field);

    /// <summary>Says whether a text can be handed to the query as it is.</summary>
    internal virtual bool CanSay(string text) => true;

    /// <summary>Says whether a candidate is in one of the segments; null where the query does not know.</summary>
    internal virtual TPart? IsIn(InSegmentRule rule, bool isNegated) => null;

    internal TPart All(params IEnumerable<TPart?> parts) => Join(parts, True, False, isAll: true);

    internal TPart Any(params IEnumerable<TPart?> parts) => Join(parts, False, True, isAll: false);

    protected abstract TPart Join(IReadOnlyList<TPart> parts, bool isAll);

    private TPart Join(IEnumerable<TPart?> parts, TPart idle, TPart final, bool isAll)
    {
        var taken = parts.OfType<TPart>().Where(part => !ReferenceEquals(part, idle)).ToList();
        return taken.Any(part => ReferenceEquals(part, final)) ? final : taken switch { [] => idle, [var only] => only, _ => Join(taken, isAll) };
    }
}
