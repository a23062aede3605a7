namespace CandidateCrm.Timeline;

/// <summary>
/// The names under which the library reports what it does. Durations are in seconds; tags have few values and never hold
/// an id, a name, an address or free text.
/// </summary>
public static class CrmTelemetry
{
    /// <summary>The name of the only <c>ActivitySource</c>; subscribe to it for traces.</summary>
    public const string ActivitySourceName = "CandidateCrm";

    /// <summary>The name of the only <c>Meter</c>; subscribe to it for metrics.</summary>
    public const string MeterName = "CandidateCrm";
}
