namespace CandidateCrm.Segments;

/// <summary>A value that a condition uses.</summary>
public readonly record struct SqlParameter
{
    /// <summary>Gets the name as it stands in the condition, with its sign: <c>@crm0</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the value: a text, a whole number (<see cref="long"/>), a decimal, a double or a truth value.</summary>
    public required object Value { get; init; }

    /// <summary>Returns the name, never the value: a host may have put something personal into it.</summary>
    public override string ToString() => Name;
}
