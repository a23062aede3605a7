using CandidateCrm.Segments;

namespace CandidateCrm.Tests.Segments;

/// <summary>A host's own type, and a schema with a field of each kind.</summary>
internal static class People
{
    private static readonly FieldJustification Justified = new() { Who = "works-council", Why = "only openings near the home", Until = Instant.FromUtc(2026, 7, 1, 0, 0) };

    internal static SegmentSchema<Bag> Schema { get; } = Make();

    internal static SegmentTerms Terms { get; } = new() { AsOf = Instant.FromUtc(2026, 3, 9, 12, 0) };

    internal static Instant Now => Terms.AsOf;

    internal static DateTimeZone Berlin { get; } = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    internal static bool Holds(string text, params (string Name, object? Value)[] fields) => Holds(SegmentText.Parse(text, Schema, Terms).Required(), Now, fields);

    internal static bool Holds(SegmentRule rule, Instant now, params (string Name, object? Value)[] fields) => Schema.Compile(rule, Terms).Holds(Of(fields), now, Berlin);

    internal static Bag Of(params (string Name, object? Value)[] fields)
    {
        var bag = new Bag();
        foreach (var (name, value) in fields)
        {
            bag[name] = value switch { int number => (decimal)number, (string, object)[] => value, _ => value };
        }

        return bag;
    }

    private static SegmentSchema<Bag> Make()
    {
        var schema = SegmentSchema.For<Bag>();
        schema.Text("name", bag => bag.Get<string>("name"));
        schema.Text("nickname", bag => bag.Get<string>("nickname"));
        schema.Code("country", bag => bag.Get<string>("country"));
        schema.Number("age", bag => bag.Value<decimal>("age"));
        schema.Number("wanted age", bag => bag.Value<decimal>("wanted age"));
        schema.Boolean("mobile", bag => bag.Value<bool>("mobile"));
        schema.Date("birthday", bag => bag.Value<LocalDate>("birthday"));
        schema.Instant("lastContactedAt", bag => bag.Value<Instant>("lastContactedAt"), new FieldTerms { Home = FieldHome.Recorded });
        schema.TextSet("skills", bag => bag.Get<IReadOnlyList<string>>("skills"));
        schema.NumberSet("grades", bag => bag.Get<IReadOnlyList<decimal>>("grades"));
        schema.Collection("touchpoints", bag => bag.Get<IReadOnlyList<Bag>>("touchpoints"), items =>
        {
            items.Code("kind", item => item.Get<string>("kind"));
            items.Instant("at", item => item.Value<Instant>("at"));
            items.Collection("links", item => item.Get<IReadOnlyList<Bag>>("links"), links =>
            {
                links.Code("page", link => link.Get<string>("page"));
                links.CodeSet("tags", link => link.Get<IReadOnlyList<string>>("tags"));
            });
        });
        schema.Text("postcode", bag => bag.Get<string>("postcode"), new FieldTerms { Justification = Justified });
        schema.Text("school", bag => bag.Get<string>("school"), new FieldTerms { IsProxy = true });
        schema.Contact("email", bag => bag.Get<string>("email"));
        schema.Protected("gender", FieldType.Code);
        return schema.Build();
    }
}
