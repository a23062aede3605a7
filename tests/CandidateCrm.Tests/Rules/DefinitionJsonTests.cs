using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Rules;

namespace CandidateCrm.Tests.Rules;

public sealed class DefinitionJsonTests
{
    [Fact]
    public void A_person_writes_in_any_order_with_blanks_and_names_the_schema_for_the_editor()
    {
        var read = DefinitionForms.Read("""
            {
              "$schema": "../schemas/rules-definition.schema.json",
              "kind": "expectation",
              "schema": 1,
              "limit": { "businessDays": 5 },
              "calendar": "office",
              "key": "decide",
              "keptBy": [ { "fact": "application.ended" } ],
              "startedBy": [ { "fact": "interview.held" } ]
            }
            """);

        Assert.Equal("expectation/decide", read.Name.ToString());
        Assert.Equal(Limit.BusinessDays(5), ((OnceExpectation)read.Content).Limit);
        Assert.Equal(
            """{"schema":1,"kind":"expectation","key":"decide","version":1,"startedBy":[{"fact":"interview.held"}],"keptBy":[{"fact":"application.ended"}],"limit":{"businessDays":5},"calendar":"office"}""",
            DefinitionJson.Write(read));
    }

    [Fact]
    public void A_byte_order_mark_is_passed_over()
    {
        const string Json = """{"schema":1,"kind":"settings","zone":"UTC"}""";

        Assert.Empty(DefinitionJson.Read("\ufeff" + Json).Faults);
        Assert.Empty(DefinitionJson.Read([0xef, 0xbb, 0xbf, .. System.Text.Encoding.UTF8.GetBytes(Json)]).Faults);
    }

    [Theory]
    [InlineData("8", "8")]
    [InlineData("8.00", "8")]
    [InlineData("80e-1", "8")]
    [InlineData("0.8E+1", "8")]
    [InlineData("-0", "0")]
    [InlineData("-0.0e5", "0")]
    [InlineData("0.0625", "0.0625")]
    [InlineData("625e-4", "0.0625")]
    [InlineData("-1.5", "-1.5")]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    [InlineData("1e-28", "0.0000000000000000000000000001")]
    [InlineData("7.9228162514264337593543950335", "7.9228162514264337593543950335")]
    [InlineData("1e-29", null)]
    [InlineData("1e-999999999999", null)]
    [InlineData("7.92281625142643375935439503355", null)]
    public void A_number_has_one_spelling_and_keeps_every_digit(string given, string? written)
    {
        var reading = DefinitionJson.Read($$"""{"schema":1,"kind":"score","key":"s","signals":[{"kind":"k","weight":{{given}}}]}""");

        Assert.Equal(written is null, reading.Definition is null);
        Assert.Equal(written is null ? null : $$"""{"schema":1,"kind":"score","key":"s","version":1,"signals":[{"kind":"k","weight":{{written}}}]}""", reading.Definition is { } read ? DefinitionJson.Write(read) : null);
    }

    [Theory]
    [InlineData("P30D", "P30D")]
    [InlineData("PT720H", "P30D")]
    [InlineData("PT36H", "P1DT12H")]
    [InlineData("P0DT90M", "PT1H30M")]
    [InlineData("PT1.500S", "PT1.5S")]
    [InlineData("P1DT0.000000001S", "P1DT0.000000001S")]
    [InlineData("PT61M61S", "PT1H2M1S")]
    [InlineData("P", null)]
    [InlineData("PT", null)]
    [InlineData("P1DT", null)]
    [InlineData("P1W", null)]
    [InlineData("P1Y", null)]
    [InlineData("-P1D", null)]
    [InlineData("PT1,5S", null)]
    [InlineData("P30D\n", null)]
    [InlineData("P٣D", null)]
    [InlineData("P999999999DT999999999H", null)]
    public void A_length_of_time_has_one_spelling(string given, string? written)
    {
        var reading = DefinitionJson.Read($$"""{"schema":1,"kind":"score","key":"s","signals":[{"kind":"k","weight":1,"halfLife":{{System.Text.Json.JsonSerializer.Serialize(given)}}}]}""");

        Assert.Equal(written is null ? [RulesFaultCodes.DurationInvalid] : [], reading.Faults.Select(fault => fault.Code));
        Assert.True(written is null || DefinitionJson.Write(reading.Definition!).Contains($"\"halfLife\":\"{written}\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Letters_are_written_as_they_are() =>
        Assert.Contains("\"de\":\"Wir melden uns für <Sie> & 😀 – \\\"bald\\\".\"", DefinitionJson.Write(DefinitionForms.Read(
            """{"schema":1,"kind":"expectation","key":"e","startedBy":[{"fact":"offer.made"}],"keptBy":[{"fact":"application.ended"}],"limit":{"businessDays":1},"calendar":"c","text":{"de":"Wir melden uns f\u00fcr \u003cSie> & \ud83d\ude00 \u2013 \"bald\"."}}""")), StringComparison.Ordinal);

    [Fact]
    public void The_default_score_is_written_and_read() =>
        Assert.True(DefinitionForms.Read(DefinitionJson.Write(Definition.Of(DefaultScoring.Recruiting))).SaysTheSameAs(Definition.Of(DefaultScoring.Recruiting)));

    [Fact]
    public void The_hash_is_that_of_the_text() =>
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", DefinitionJson.HashOf(string.Empty).Value);
}
