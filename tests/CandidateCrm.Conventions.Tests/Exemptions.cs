namespace CandidateCrm.Conventions;

/// <summary>What may break a rule, and why. An exemption that is no longer needed fails the rule's test, so that the list stays short.</summary>
public static class Exemptions
{
    /// <summary>Gets (rule, where) → reason. «Where» is what stands in square brackets at the start of a failure.</summary>
    public static IReadOnlyDictionary<(string Rule, string Where), string> All { get; } = new Dictionary<(string Rule, string Where), string>
    {
        [("interface-members", "CandidateCrm.Applications.IApplications")] = "Hosts call it; they do not implement it.",
        [("interface-members", "CandidateCrm.Segments.ISegments")] = "Hosts call it; they do not implement it.",
        [("interface-members", "CandidateCrm.Charter.ICharter")] = "Hosts call it; they do not implement it.",
        [("interface-members", "CandidateCrm.ITenantCrm")] = "Hosts call it; they do not implement it.",
        [("interface-members", "CandidateCrm.Segments.ISegmentPopulation")] = "Hosts call it; they do not implement it.",
        [("interface-members", "CandidateCrm.Jobs.ITenantJobs")] = "Hosts call it; they do not implement it.",
        [("foreign reads", "CandidateCrm.Segments.SegmentSchemaBuilder`1 uses System.DateTime")] = "The type of a host's column; no clock is read.",
        [("foreign reads", "CandidateCrm.Segments.Queries.HostTimes uses System.DateTime")] = "The type of a host's column; no clock is read.",
        [("foreign reads", "CandidateCrm.Segments.Queries.HostTimes+<>c uses System.DateTime")] = "The type of a host's column; no clock is read.",
    };
}
