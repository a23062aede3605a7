using System.Text.Json.Serialization;
using CandidateCrm.Applications;
using CandidateCrm.Timeline;

namespace CandidateCrm.Charter;

/// <summary>
/// Running promises of an expectation go over to the rules in force at this instant: version, calendar and due time; pauses stay. Promises that are
/// broken, kept or void stay as they are.
/// </summary>
[WireName("charter.rebase_ordered")]
public sealed record RebaseOrdered : IFact
{
    /// <summary>Gets the expectation.</summary>
    public required ExpectationKey Expectation { get; init; }

    /// <summary>Gets the application whose promises are meant; unassigned for all of them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JobApplicationId Application { get; init; }
}
