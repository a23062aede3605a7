using System.Security.Cryptography;
using System.Text.Json;
using NodaTime.Text;

namespace CandidateCrm.Charter;

/// <summary>Published figures as JSON in one spelling: members in a fixed order, no blanks, what is not known as null. It is what the digest is of.</summary>
public static class PublishedReportJson
{
    /// <summary>The version of the form.</summary>
    public const int Schema = 1;

    /// <summary>Writes a report with its digest, as UTF-8.</summary>
    public static byte[] Write(PublishedReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return Write(report, withDigest: true);
    }

    /// <summary>Returns the digest of what a report says, whatever digest it carries: SHA-256 as 64 lower-case hexadecimal digits.</summary>
    public static string DigestOf(PublishedReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return Convert.ToHexStringLower(SHA256.HashData(Write(report, withDigest: false)));
    }

    private static byte[] Write(PublishedReport report, bool withDigest)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteNumber("schema", Schema);
            writer.WriteString("from", LocalDatePattern.Iso.Format(report.From));
            writer.WriteString("to", LocalDatePattern.Iso.Format(report.To));
            writer.WriteString("judgedOn", LocalDatePattern.Iso.Format(report.JudgedOn));
            writer.WriteString("zone", report.Zone);
            writer.WriteNumber("smallestGroup", report.SmallestGroup);
            writer.WriteStartArray("lines");
            foreach (var line in report.Lines)
            {
                Write(writer, line);
            }

            writer.WriteEndArray();
            Write(writer, "stillRunning", report.StillRunning);
            Write(writer, "standingStill", report.StandingStill);
            Write(writer, "withoutVerdict", report.WithoutVerdict);
            writer.WriteString("previous", report.Previous);
            if (withDigest)
            {
                writer.WriteString("digest", report.Digest);
            }

            writer.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, PublishedLine line)
    {
        writer.WriteStartObject();
        writer.WriteString("expectation", line.Expectation.Value);
        writer.WriteNumber("version", line.Version);
        writer.WriteBoolean("isHidden", line.IsHidden);
        Write(writer, "kept", line.Kept);
        Write(writer, "judged", line.Judged);
        Write(writer, "shareKept", line.ShareKept);
        Write(writer, "low", line.Interval?.Low);
        Write(writer, "high", line.Interval?.High);
        writer.WriteString("medianWorkingTime", line.MedianWorkingTime is { } time ? DurationPattern.JsonRoundtrip.Format(time) : null);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, decimal? number)
    {
        if (number is { } known)
        {
            // A decimal keeps the zeros that it was computed with; one spelling has none.
            writer.WriteNumber(name, known / 1.0000000000000000000000000000m);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
