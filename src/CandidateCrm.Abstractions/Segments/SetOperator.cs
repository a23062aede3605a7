namespace CandidateCrm.Segments;

/// <summary>How a set is compared with a list. The negative ones are the exact complement, also where the set is empty.</summary>
public enum SetOperator
{
    /// <summary>At least one of the list is in the set.</summary>
    ContainsAny,

    /// <summary>All of the list are in the set.</summary>
    ContainsAll,

    /// <summary>The complement of <see cref="ContainsAny"/>.</summary>
    ContainsNone,

    /// <summary>The complement of <see cref="ContainsAll"/>.</summary>
    NotContainsAll,
}
