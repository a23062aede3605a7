namespace CandidateCrm.Candidates;

/// <summary>
/// Marks a property that holds something about a person: a name, an address, free text, a raw payload. The value is kept
/// apart from what rules read, can be erased alone, and never appears in <c>ToString</c>, exceptions, events or telemetry:
/// a type with such a property writes its own <c>ToString</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalDataAttribute : Attribute;
