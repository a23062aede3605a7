using System.Diagnostics;
using System.Diagnostics.Metrics;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Privacy;

/// <summary>Listens to every activity and every measurement of the library.</summary>
internal sealed class TelemetryEars : IDisposable
{
    private readonly ActivityListener _activities;
    private readonly MeterListener _meter = new();
    private readonly Canaries _canaries;
    private int _activitiesHeard;
    private int _measurementsHeard;

    internal TelemetryEars(Canaries canaries)
    {
        _canaries = canaries;
        _activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name == CrmTelemetry.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Hear,
        };
        ActivitySource.AddActivityListener(_activities);
        _meter.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == CrmTelemetry.MeterName)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meter.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Hear(instrument, tags));
        _meter.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Hear(instrument, tags));
        _meter.Start();
    }

    internal int Activities => _activitiesHeard;

    internal int Measurements => _measurementsHeard;

    public void Dispose()
    {
        _activities.Dispose();
        _meter.Dispose();
    }

    private void Hear(Activity activity)
    {
        Interlocked.Increment(ref _activitiesHeard);
        _canaries.Listen("activity", $"{activity.DisplayName} {activity.StatusDescription} {activity.TraceStateString}");
        foreach (var tag in activity.TagObjects.Concat(activity.Events.SelectMany(e => e.Tags)))
        {
            _canaries.Listen($"activity {activity.OperationName}", $"{tag.Key}={tag.Value}");
        }

        foreach (var item in activity.Baggage)
        {
            _canaries.Listen($"baggage of {activity.OperationName}", $"{item.Key}={item.Value}");
        }
    }

    private void Hear(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        Interlocked.Increment(ref _measurementsHeard);
        foreach (var tag in tags)
        {
            _canaries.Listen($"meter {instrument.Name}", $"{tag.Key}={tag.Value}");
        }
    }
}
