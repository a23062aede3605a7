using System.Collections.Immutable;
using System.Text.Json;
using CandidateCrm.Applications;

namespace CandidateCrm.Json;

/// <summary>The applications in the document of a relationship: an array, in the order in which they appeared.</summary>
internal static class ApplicationsJson
{
    internal static void Write(Utf8JsonWriter writer, ApplicationsSlice slice)
    {
        writer.WriteStartArray("applications"u8);
        foreach (var application in slice.All)
        {
            Write(writer, application);
        }

        writer.WriteEndArray();
    }

    internal static ApplicationsSlice Read(ref DocumentReader reader)
    {
        var all = ImmutableArray.CreateBuilder<ApplicationState>(4);
        reader.OpenArray();
        while (reader.NextElement())
        {
            all.Add(ApplicationReader.Read(ref reader));
        }

        return new ApplicationsSlice { All = all.DrainToImmutable() };
    }

    private static void Write(Utf8JsonWriter writer, ApplicationState application)
    {
        writer.WriteStartObject();
        writer.Code("id"u8, application.Application);
        writer.Code("requisition"u8, application.Requisition);
        writer.Code("pipeline"u8, application.Pipeline);
        writer.Code("source"u8, application.Source);
        writer.Micros("submittedAt"u8, application.SubmittedAt);
        writer.Code("stage"u8, application.Stage);
        writer.Micros("since"u8, application.StageSince);
        writer.Code("furthest"u8, application.Furthest);
        VisitsJson.Write(writer, application.Visits);
        InterviewsJson.Write(writer, application.Interviews);
        OfferJson.Write(writer, application.Offer);
        writer.Count("numbers"u8, application.Numbers);
        writer.Count("reopenings"u8, application.Reopenings);
        if (application.Ending is { } ending)
        {
            EndingJson.Write(writer, ending);
        }

        writer.WriteEndObject();
    }
}
