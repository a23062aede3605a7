namespace CandidateCrm.Segments;

/// <summary>A value that a condition uses.</summary>
/// <param name="Name">The name as it stands in the condition, with its sign: <c>@crm0</c>.</param>
/// <param name="Value">A text, a whole number, a decimal, a double or a truth value.</param>
public readonly record struct SqlParameter(string Name, object Value);
