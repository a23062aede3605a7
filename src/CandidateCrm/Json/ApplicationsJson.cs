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
        writer.Other("status"u8, application.Ending is null ? application.Status : default);
        writer.Code("stage"u8, application.Stage);
        writer.Other("category"u8, application.Category);
        if (application.Ending is not { } over || over.At != application.StageSince)
        {
            writer.Micros("since"u8, application.StageSince);
        }

        WriteFurthest(writer, application);
        VisitsJson.Write(writer, application.Visits);
        InterviewsJson.Write(writer, application.Interviews);
        OfferJson.Write(writer, application.Offer);
        writer.Count("numbers"u8, application.Numbers);
        writer.Count("reopenings"u8, application.Reopenings);
        writer.Micros("abandonsAt"u8, application.AbandonsAt);
        writer.Code("follows"u8, application.Follows);
        writer.Codes("aliases"u8, application.Aliases);
        if (application.Ending is { } ending)
        {
            EndingJson.Write(writer, ending);
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes the furthest stage where it is not the one that the application is in, as it mostly is.</summary>
    private static void WriteFurthest(Utf8JsonWriter writer, ApplicationState application)
    {
        if (application.Furthest != application.Stage || application.FurthestCategory != application.Category)
        {
            writer.WriteString("furthest"u8, application.Furthest.IsAssigned ? application.Furthest.Value : string.Empty);
            writer.Other("furthestCategory"u8, application.FurthestCategory);
        }
    }
}
