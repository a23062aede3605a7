namespace CandidateCrm.Candidates;

/// <summary>Marks a property that holds personal data: it never appears in <c>ToString</c>, logs, telemetry or exceptions, and can be erased alone.</summary>
[AttributeUsage(AttributeTargets.Property, Inherited = true)]
public sealed class PersonalDataAttribute : Attribute;
