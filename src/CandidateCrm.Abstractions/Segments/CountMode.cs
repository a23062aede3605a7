namespace CandidateCrm.Segments;

/// <summary>How many items of a collection or set a condition has to hold for. A missing or empty one has no items.</summary>
public enum CountMode
{
    /// <summary>For every item; holds where there are none.</summary>
    All,

    /// <summary>For at least one item.</summary>
    Some,

    /// <summary>For no item.</summary>
    None,

    /// <summary>For the threshold or more.</summary>
    AtLeast,

    /// <summary>For the threshold or fewer.</summary>
    AtMost,

    /// <summary>For the threshold.</summary>
    Exactly,
}
