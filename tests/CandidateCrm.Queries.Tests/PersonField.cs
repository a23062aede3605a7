using CandidateCrm.Segments;
using CandidateCrm.Tests.Segments;

namespace CandidateCrm.Queries.Tests;

/// <summary>One field of a person: how a schema names it, how a generated value gets into it, and what the oracle sees of it.</summary>
internal sealed record PersonField<T>(string Name, Action<SegmentSchemaBuilder<T>, FieldTerms> Add, Action<T, Bag> Fill, Func<T, object?> Read);
