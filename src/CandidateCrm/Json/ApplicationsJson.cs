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
        for (var i = 0; i < slice.All.Length; i++)
        {
            Write(writer, slice, i);
        }

        writer.WriteEndArray();
    }

    internal static ApplicationsSlice Read(ref DocumentReader reader)
    {
        var all = ImmutableArray.CreateBuilder<ApplicationState>(4);
        List<(int Application, int Followed)>? links = null;
        reader.OpenArray();
        while (reader.NextElement())
        {
            all.Add(ApplicationReader.Read(ref reader, all.Count == 0 ? null : all[^1], out var followed));
            if (followed >= 0)
            {
                (links ??= []).Add((all.Count - 1, followed));
            }
        }

        foreach (var (application, followed) in links ?? [])
        {
            all[application] = all[application] with { Follows = followed < all.Count ? all[followed].Application : throw new DocumentFault("An application follows one that is not there.") };
        }

        return new ApplicationsSlice { All = all.DrainToImmutable() };
    }

    private static void Write(Utf8JsonWriter writer, ApplicationsSlice slice, int place)
    {
        var application = slice.All[place];
        writer.WriteStartObject();
        writer.Code("id"u8, application.Application);
        writer.Code("requisition"u8, application.Requisition);
        writer.Code("family"u8, application.Family);
        WriteOrigin(writer, application, place == 0 ? null : slice.All[place - 1]);
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
        writer.Flag("held"u8, application.WasInterviewed);
        OfferJson.Write(writer, application.Offer);
        writer.Count("numbers"u8, application.Numbers);
        writer.Count("reopenings"u8, application.Reopenings);
        writer.Micros("abandonsAt"u8, application.AbandonsAt);
        WriteFollowed(writer, slice, application.Follows);
        writer.Codes("aliases"u8, application.Aliases);
        writer.Micros("refusedAt"u8, application.RefusedAt);
        writer.Micros("askedAt"u8, application.AskedAt);
        writer.Count("asks"u8, application.Asks);
        if (application.Public is { } standing)
        {
            PublicStandingJson.Write(writer, standing);
        }

        if (application.Ending is { } ending)
        {
            EndingJson.Write(writer, ending, application.RefusedAt);
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes pipeline and source, or that they are those of the application before.</summary>
    private static void WriteOrigin(Utf8JsonWriter writer, ApplicationState application, ApplicationState? before)
    {
        if (before is not null && application.Pipeline.IsAssigned && application.Pipeline == before.Pipeline && application.Source == before.Source)
        {
            writer.WriteBoolean("like"u8, value: true);
            return;
        }

        writer.Code("pipeline"u8, application.Pipeline);
        writer.Code("source"u8, application.Source);
    }

    /// <summary>Writes which application it follows by its place in the list, since ids are long.</summary>
    private static void WriteFollowed(Utf8JsonWriter writer, ApplicationsSlice slice, JobApplicationId followed)
    {
        for (var place = 0; followed.IsAssigned && place < slice.All.Length; place++)
        {
            if (slice.All[place].Application == followed)
            {
                writer.WriteNumber("follows"u8, place);
                return;
            }
        }

        writer.Code("follows"u8, followed);
    }

    /// <summary>Writes the furthest stage where it is not the one that the application is in, as it mostly is.</summary>
    private static void WriteFurthest(Utf8JsonWriter writer, ApplicationState application)
    {
        if (application.Furthest != application.Stage || application.FurthestCategory != application.Category)
        {
            writer.WriteString("furthest"u8, application.Furthest.IsAssigned ? application.Furthest.Value : string.Empty);
            writer.Other("furthestCategory"u8, application.FurthestCategory);
        }

        writer.Code("furthestHere"u8, application.FurthestHere);
    }
}
