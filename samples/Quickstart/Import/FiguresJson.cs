using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CandidateCrm.Applications;
using CandidateCrm.Insights;
using NodaTime;
using NodaTime.Text;

namespace Quickstart.Import;

/// <summary>Writes every figure of an import as one JSON document: hours with 3 decimals, shares with 6.</summary>
internal sealed class FiguresJson(Utf8JsonWriter json, ImportMap map, InsightsReport report, PathFigures paths)
{
    private static readonly InstantPattern Stamp = InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss.FFFFFF'+00:00'");

    internal static string Write(ImportMap map, InsightsReport report, PathFigures paths)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            new FiguresJson(json, map, report, paths).Write();
        }

        return System.Text.Encoding.UTF8.GetString(text.ToArray());
    }

    private void Write()
    {
        json.WriteStartObject();
        json.WriteNumber("cases", report.Funnel.Applications.Total);
        json.WriteNumber("events", report.Events);
        Counts("events_per_activity", report.Steps.Select(step => (map.NameOf(step.Step), step.Events)));
        Counts("cases_reaching_activity", report.Steps.Select(step => (map.NameOf(step.Step), step.Applications)));
        Variants();
        Counts("last_activity", report.Steps.Where(step => step.Last > 0).Select(step => (map.NameOf(step.Step), step.Last)));
        Instant("first_timestamp", paths.First);
        Instant("last_timestamp", paths.Last);
        Funnel();
        json.WriteNumber("offer_then_rejected_last", paths.OfferThenRejected);
        Summary("throughput_hours_first_to_last_event", report.Throughput);
        HoursToFirst();
        Summary("first_response_hours", report.FirstResponse, withLimits: true);
        Counts("repeated_activities_cases", report.Steps.Where(step => step.Repeated > 0).Select(step => (map.NameOf(step.Step), step.Repeated)));
        json.WriteNumber("equal_timestamp_neighbours", paths.EqualNeighbours);
        Counts("events_by_resource", report.Actors.Where(actor => actor.By is not null).Select(actor => (actor.By!.Value.Value, actor.Events)));
        json.WriteEndObject();
    }

    private void Counts(string name, IEnumerable<(string Name, long Count)> counts)
    {
        json.WriteStartObject(name);
        foreach (var (key, count) in counts)
        {
            json.WriteNumber(key, count);
        }

        json.WriteEndObject();
    }

    private void Variants()
    {
        json.WriteNumber("variants", report.Variants.Distinct);
        json.WriteStartArray("top_variants");
        foreach (var variant in report.Variants.Top)
        {
            json.WriteStartObject();
            json.WriteNumber("count", variant.Count);
            json.WriteStartArray("trace");
            foreach (var step in variant.Steps)
            {
                json.WriteStringValue(map.NameOf(step));
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Funnel()
    {
        json.WriteStartArray("funnel");
        foreach (var stage in report.Funnel.Stages)
        {
            json.WriteStartObject();
            json.WriteString("stage", map.NameOf(stage.Stage));
            json.WriteNumber("reached", stage.Reached);
            Number("of_previous", stage.OfPrevious?.ToDecimal());
            Number("of_first", stage.OfFirst?.ToDecimal());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes the times to the later stages of the funnel and to the ends.</summary>
    private void HoursToFirst()
    {
        StageKey[] later = [.. map.Funnel.Skip(1)];
        json.WriteStartObject("hours_from_application_to_first");
        foreach (var step in later.Concat(report.Steps.Select(one => one.Step).Where(map.IsEnd).Except(later)))
        {
            if (report.Steps.FirstOrDefault(one => one.Step == step) is { } found)
            {
                Summary(map.NameOf(step), found.FromApplication);
            }
        }

        json.WriteEndObject();
    }

    private void Summary(string name, DurationSummary summary, bool withLimits = false)
    {
        json.WriteStartObject(name);
        json.WriteNumber("n", summary.Count);
        Number("min", Hours(summary.Min));
        Number("max", Hours(summary.Max));
        Number("mean", Hours(summary.Mean));
        Percentiles("linear", summary.Linear);
        Percentiles("nearest_rank", summary.NearestRank);
        foreach (var within in withLimits ? summary.Within : [])
        {
            json.WriteNumber(FormattableString.Invariant($"within_{within.Limit.TotalHours}h"), within.Count);
        }

        json.WriteEndObject();
    }

    private void Percentiles(string name, DurationPercentiles? five)
    {
        json.WriteStartObject(name);
        Number("p25", Hours(five?.P25));
        Number("p50", Hours(five?.P50));
        Number("p75", Hours(five?.P75));
        Number("p90", Hours(five?.P90));
        Number("p95", Hours(five?.P95));
        json.WriteEndObject();
    }

    private void Instant(string name, Instant? instant)
    {
        if (instant is { } at)
        {
            json.WriteString(name, Stamp.Format(at));
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private void Number(string name, decimal? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number / 1.0000000000000000000000000000m); // Without needless zeros.
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>Rounds the binary fraction, as other tools that print such figures do: an exact half of the third decimal falls where that fraction lies.</summary>
    private static decimal? Hours(Duration? time) =>
        time is { } some ? decimal.Parse(some.TotalHours.ToString("F3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : null;
}
