namespace CandidateCrm.Segments.Queries;

/// <summary>The items of a collection, or the elements of a set.</summary>
internal abstract class QueryItems<TPart>
    where TPart : class
{
    /// <summary>Gets where one of them stands.</summary>
    internal abstract QueryScope<TPart> Scope { get; }

    /// <summary>Says whether there is one for which a part holds, or whether there is none.</summary>
    internal abstract TPart Exists(TPart where, bool isNegated);

    /// <summary>Compares how many there are, so many times, with a number.</summary>
    internal abstract TPart Count(TPart where, CompareOperator @operator, CountLimit limit);
}
