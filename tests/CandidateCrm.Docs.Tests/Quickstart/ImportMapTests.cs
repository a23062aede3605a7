using CandidateCrm.Fixtures;
using CandidateCrm.Timeline;
using Quickstart;
using Quickstart.Import;

namespace CandidateCrm.Docs.Quickstart;

/// <summary>A map says what columns are called and what activities mean.</summary>
public sealed class ImportMapTests
{
    [Fact]
    public async Task Columns_zone_and_activities_of_another_system_are_read()
    {
        using var run = new QuickstartRun();
        var map = run.File("map.json", """
            {
              // A system of another make.
              "columns": { "case": "Vorgang", "activity": "Schritt", "timestamp": "Zeit", "resource": "Wer" },
              "delimiter": ";",
              "zone": "Europe/Berlin",
              "timestampFormat": "dd.MM.uuuu HH:mm",
              "activities": {
                "Bewerbung": { "fact": "submitted", "key": "applied" },
                "Gespräch": { "fact": "stage", "key": "interview" },
                "Rückruf": { "fact": "touchpoint", "kind": "call.held", "direction": "outbound" },
                "Notiz": { "fact": "ignored" },
                "Rückzug": { "fact": "ended", "disposition": "withdrew", "reason": "salary" },
                "Zusage": { "fact": "hired" },
              },
            }
            """);
        var log = run.File("events.csv", """
            Zeit;Vorgang;Schritt;Wer
            05.01.2015 09:00;A;Bewerbung;
            05.01.2015 10:00;A;Notiz;Eva
            06.01.2015 09:00;A;Rückruf;Eva
            07.01.2015 11:00;A;Gespräch;Eva
            09.01.2015 09:00;A;Zusage;Eva
            05.01.2015 09:00;B;Bewerbung;
            06.01.2015 09:30;B;Rückzug;
            """);

        Assert.Equal(0, await run.RunAsync("import", log, "--map", map, "--json"));

        var figures = run.Figures;
        Assert.Contains("1 ignored by the map", run.Error, StringComparison.Ordinal);
        Assert.Equal("2015-01-05T08:00:00+00:00", figures.GetProperty("first_timestamp").GetString());
        Assert.Equal(["Bewerbung", "Gespräch", "Zusage"], figures.GetProperty("funnel").EnumerateArray().Select(stage => stage.GetProperty("stage").GetString()!));
        Assert.Equal(24.5m, figures.GetProperty("hours_from_application_to_first").GetProperty("Rückzug").GetProperty("min").GetDecimal());
        Assert.Equal(2, figures.GetProperty("events_by_resource").GetProperty("Eva").GetInt64());
    }

    [Fact]
    public async Task The_map_on_the_page_is_one()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(FixturePaths.RepositoryRoot, "docs", "quickstart.md"));

        var map = MapReader.Read(page.Split("```json")[1].Split("```")[0]);

        Assert.Equal(["applied", "screening", "interview", "offer", "hired"], map.Funnel.Select(step => step.Value));
        Assert.Equal("Interview", map.NameOf(map.Funnel[2]));
    }

    [Theory]
    [InlineData("not json", "The map cannot be read")]
    [InlineData("{}", "The map names no activity that moves an application.")]
    [InlineData("""{ "activites": {} }""", "activites")]
    [InlineData("""{ "activities": { "A": { "fact": "moved" } } }""", "The map cannot be read")]
    [InlineData("""{ "activities": { "A": { "fact": "stage" }, "A": { "fact": "offer" } } }""", "The map cannot be read")]
    [InlineData("""{ "activities": { "A": { "fact": "stage", "key": "No!" } } }""", "needs a key")]
    [InlineData("""{ "activities": { "A": { "fact": "offer", "key": "x" } } }""", "has no use for a key")]
    [InlineData("""{ "activities": { "A": { "fact": "ended", "disposition": "hired" } } }""", "needs a disposition")]
    [InlineData("""{ "activities": { "A": { "fact": "touchpoint" } } }""", "needs a kind of touchpoint")]
    [InlineData("""{ "activities": { "A": { "fact": "submitted" }, "B": { "fact": "submitted" } } }""", "Only one activity")]
    [InlineData("""{ "activities": { "A": { "fact": "stage" } }, "funnel": ["B"] }""", "The funnel names «B»")]
    [InlineData("""{ "activities": { "A": { "fact": "stage" } }, "funnel": ["A", "A"] }""", "none of them twice")]
    [InlineData("""{ "activities": { "A": { "fact": "stage" } }, "zone": "Mars" }""", "The map's zone «Mars» does not exist")]
    [InlineData("""{ "activities": { "A": { "fact": "stage" } }, "delimiter": "" }""", "delimiter must be one character")]
    [InlineData("""{ "activities": { "A": { "fact": "stage" } }, "timestampFormat": "%" }""", "timestampFormat is not a pattern")]
    public void A_map_with_a_fault_is_one_sentence(string json, string sentence)
    {
        var refused = Assert.Throws<RefusedException>(() => MapReader.Read(json));

        Assert.Contains(sentence, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2015-01-05T00:00:08+00:00", "2015-01-05T00:00:08Z", Precision.Instant)]
    [InlineData("2015-01-05T00:00:08.123456Z", "2015-01-05T00:00:08.123456Z", Precision.Instant)]
    [InlineData("2015-01-05 02:00:08+02:00", "2015-01-05T00:00:08Z", Precision.Instant)]
    [InlineData("2015-01-05 00:00:08 +00:00", null, Precision.Instant)]
    [InlineData("2015-01-05T00:00:08", "2015-01-05T00:00:08Z", Precision.Instant)]
    [InlineData(" 2015-01-05 00:00 ", "2015-01-05T00:00:00Z", Precision.Instant)]
    [InlineData("2015-01-05", "2015-01-05T00:00:00Z", Precision.Day)]
    [InlineData("2015-13-05", null, Precision.Instant)]
    [InlineData("1815-01-05", null, Precision.Instant)]
    [InlineData("05/01/2015 10:00", null, Precision.Instant)]
    [InlineData("", null, Precision.Instant)]
    public void Timestamps_are_read_or_refused(string text, string? expected, Precision precision)
    {
        var isRead = new Timestamps(HiringLogMap.Map).TryRead(text, Instant.FromUtc(2026, 1, 1, 0, 0), out var instant, out var known);

        Assert.Equal(expected, isRead ? NodaTime.Text.InstantPattern.ExtendedIso.Format(instant) : null);
        Assert.True(!isRead || known == precision);
    }
}
