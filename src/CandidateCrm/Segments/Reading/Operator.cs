using System.Collections.Immutable;

namespace CandidateCrm.Segments.Reading;

/// <summary>An operator: its word in JSON, what stands after it, which one it is of its family, and the types that take it.</summary>
internal sealed record Operator(string Word, Family Family, int Value, ImmutableArray<FieldType> Types);
