using CandidateCrm.Segments;
using CandidateCrm.Tests.Json;
using CandidateCrm.Tests.Segments;
using CandidateCrm.Timeline;

namespace CandidateCrm.Queries.Tests;

/// <summary>The fields of a person and of what belongs to one. A schema takes some of them, from one seed.</summary>
internal static class PersonFields
{
    private static readonly string[] MayBeCaseSensitive = ["name", "nick", "note", "page", "skills", "tags", "labels"];

    internal static IReadOnlyList<PersonField<Person>> OfPerson { get; } =
    [
        new("name", (schema, terms) => schema.Text("name", person => person.Name, terms), (person, bag) => (person.Name, person.NameUpper) = (bag.Get<string>("name"), bag.Get<string>("name")?.ToUpperInvariant()), person => person.Name),
        new("nick", (schema, terms) => schema.Text("nick", person => person.Nick, terms), (person, bag) => person.Nick = bag.Get<string>("nick"), person => person.Nick),
        new("country", (schema, _) => schema.Code("country", person => person.Country), (person, bag) => person.Country = bag.Get<string>("country"), person => person.Country),
        new("the region", (schema, _) => schema.Code("the region", person => person.Region), (person, bag) => person.Region = bag.Get<string>("the region"), person => person.Region),
        new("standing", (schema, _) => schema.Code("standing", person => person.Standing), (person, bag) => person.Standing = bag.Get<string>("standing")?.Length is { } length ? (Standing)length : null, person => Name(person.Standing)),
        new("wish", (schema, _) => schema.Code("wish", person => person.Wish), (person, bag) => person.Wish = (Standing)(bag.Get<string>("wish")?.Length ?? 0), person => Name(person.Wish)),
        new("pay", (schema, _) => schema.Number("pay", person => person.Pay), (person, bag) => person.Pay = bag.Value<decimal>("pay"), person => person.Pay),
        new("wanted pay", (schema, _) => schema.Number("wanted pay", person => person.WantedPay), (person, bag) => person.WantedPay = bag.Value<decimal>("wanted pay"), person => person.WantedPay),
        new("years", (schema, _) => schema.Number("years", person => person.Years), (person, bag) => person.Years = (int?)bag.Value<decimal>("years"), person => (decimal?)person.Years),
        new("level", (schema, _) => schema.Number("level", person => person.Level), (person, bag) => person.Level = (short)(bag.Value<decimal>("level") ?? 7), person => (decimal)person.Level),
        new("points", (schema, _) => schema.Number("points", person => person.Points), (person, bag) => person.Points = (long?)bag.Value<decimal>("points"), person => (decimal?)person.Points),
        new("mobile", (schema, _) => schema.Boolean("mobile", person => person.Mobile), (person, bag) => person.Mobile = bag.Value<bool>("mobile"), person => person.Mobile),
        new("open", (schema, _) => schema.Boolean("open", person => person.Open), (person, bag) => person.Open = bag.Value<bool>("open") ?? false, person => person.Open),
        new("birthday", (schema, _) => schema.Date("birthday", person => person.Birthday), (person, bag) => person.Birthday = Date(bag.Value<LocalDate>("birthday"))?.ToDateOnly(), person => Local(person.Birthday)),
        new("registered", (schema, _) => schema.Date("registered", person => person.Registered), (person, bag) => person.Registered = (Date(bag.Value<LocalDate>("registered")) ?? new LocalDate(2024, 2, 29)).ToDateOnly(), person => Local(person.Registered)),
        new("graduated", (schema, _) => schema.Date("graduated", person => person.Graduated), (person, bag) => person.Graduated = Date(bag.Value<LocalDate>("graduated")), person => person.Graduated),
        new("contactedAt", (schema, _) => schema.Instant("contactedAt", person => person.ContactedAt), (person, bag) => person.ContactedAt = At(bag.Value<Instant>("contactedAt"))?.ToDateTimeUtc(), person => person.ContactedAt is { } at ? Instant.FromDateTimeUtc(at) : null),
        new("repliedAt", (schema, _) => schema.Instant("repliedAt", person => person.RepliedAt), (person, bag) => person.RepliedAt = At(bag.Value<Instant>("repliedAt"))?.ToDateTimeOffset(), person => person.RepliedAt is { } at ? Instant.FromDateTimeOffset(at) : null),
        new("seenAt", (schema, _) => schema.Instant("seenAt", person => person.SeenAt), (person, bag) => person.SeenAt = At(bag.Value<Instant>("seenAt")), person => person.SeenAt),
        new("skills", (schema, terms) => schema.TextSet("skills", person => person.Skills, terms), (person, bag) => person.Skills = bag.Get<IReadOnlyList<string>>("skills")?.ToArray(), person => person.Skills),
        new("tags", (schema, terms) => schema.CodeSet("tags", person => person.Tags, terms), (person, bag) => person.Tags = bag.Get<IReadOnlyList<string>>("tags")?.ToList(), person => person.Tags),
        new("grades", (schema, _) => schema.NumberSet("grades", person => person.Grades), (person, bag) => person.Grades = bag.Get<IReadOnlyList<decimal>>("grades")?.ToList(), person => person.Grades),
    ];

    internal static IReadOnlyList<PersonField<Touch>> OfTouch { get; } =
    [
        new("kind", (schema, _) => schema.Code("kind", touch => touch.Kind), (touch, bag) => touch.Kind = bag.Get<string>("kind"), touch => touch.Kind),
        new("note", (schema, terms) => schema.Text("note", touch => touch.Note, terms), (touch, bag) => touch.Note = bag.Get<string>("note"), touch => touch.Note),
        new("at", (schema, _) => schema.Instant("at", touch => touch.At), (touch, bag) => touch.At = At(bag.Value<Instant>("at")), touch => touch.At),
        new("on", (schema, _) => schema.Date("on", touch => touch.On), (touch, bag) => touch.On = Date(bag.Value<LocalDate>("on"))?.ToDateOnly(), touch => Local(touch.On)),
        new("cost", (schema, _) => schema.Number("cost", touch => touch.Cost), (touch, bag) => touch.Cost = bag.Value<decimal>("cost"), touch => touch.Cost),
        new("answered", (schema, _) => schema.Boolean("answered", touch => touch.Answered), (touch, bag) => touch.Answered = bag.Value<bool>("answered"), touch => touch.Answered),
        new("labels", (schema, terms) => schema.TextSet("labels", touch => touch.Labels, terms), (touch, bag) => touch.Labels = bag.Get<IReadOnlyList<string>>("labels")?.ToList(), touch => touch.Labels),
    ];

    internal static IReadOnlyList<PersonField<Link>> OfLink { get; } =
    [
        new("page", (schema, terms) => schema.Text("page", link => link.Page, terms), (link, bag) => link.Page = bag.Get<string>("page"), link => link.Page),
        new("rank", (schema, _) => schema.Number("rank", link => link.Rank), (link, bag) => link.Rank = (int?)bag.Value<decimal>("rank"), link => (decimal?)link.Rank),
    ];

    internal static SegmentSchema<Person> Schema(Dice dice, IsoDayOfWeek weekStart)
    {
        var builder = SegmentSchema.For<Person>().WeekStartsOn(weekStart);
        Add(builder, OfPerson, dice);
        builder.Text("full name", person => person.Name, person => person.NameUpper);
        builder.Text("spoken name", person => (person.Name ?? person.Nick)!);
        builder.Collection("touches", person => person.Touches, touches =>
        {
            Add(touches, OfTouch, dice);
            touches.Collection("links", touch => touch.Links, links => Add(links, OfLink, dice));
        });
        return builder.Build();
    }

    internal static Person Of(SegmentWorld world, SegmentSchema<Person> schema, int id)
    {
        var (person, bag) = (new Person { Id = id, Member = world.Dice.Below(3) == 0 ? null : $"s{world.Dice.Below(3)}" }, world.BagOver(schema));
        Fill(person, OfPerson, bag);
        foreach (var each in bag.Get<IReadOnlyList<Bag>>("touches") ?? [])
        {
            var touch = new Touch();
            Fill(touch, OfTouch, each);
            person.Touches.Add(touch);
            foreach (var of in each.Get<IReadOnlyList<Bag>>("links") ?? [])
            {
                touch.Links.Add(new Link());
                Fill(touch.Links[^1], OfLink, of);
            }
        }

        return person;
    }

    internal static Bag BagOf(Person person) => new Bag(Read(person, OfPerson))
    {
        ["full name"] = person.Name,
        ["spoken name"] = person.Name ?? person.Nick,
        ["member"] = person.Member,
        ["touches"] = person.Touches.Select(touch => new Bag(Read(touch, OfTouch)) { ["links"] = touch.Links.Select(link => new Bag(Read(link, OfLink))).ToList() }).ToList(),
    };

    private static void Add<T>(SegmentSchemaBuilder<T> builder, IReadOnlyList<PersonField<T>> fields, Dice dice)
    {
        foreach (var field in fields.Where((_, index) => index == 0 || dice.Below(4) > 0))
        {
            field.Add(builder, new FieldTerms { IsCaseSensitive = MayBeCaseSensitive.Contains(field.Name) && dice.Coin });
        }
    }

    private static void Fill<T>(T item, IReadOnlyList<PersonField<T>> fields, Bag bag)
    {
        foreach (var field in fields)
        {
            field.Fill(item, bag);
        }
    }

    private static Dictionary<string, object?> Read<T>(T item, IReadOnlyList<PersonField<T>> fields) => fields.ToDictionary(field => field.Name, field => field.Read(item));

    private static string? Name(Standing? standing) => standing is { } member ? Enum.GetName(member) : null;

    private static LocalDate? Date(LocalDate? date) => date?.WithCalendar(CalendarSystem.Iso);

    private static LocalDate? Local(DateOnly? date) => date is { } day ? LocalDate.FromDateOnly(day) : null;

    /// <summary>Cut to microseconds, as a database keeps it.</summary>
    private static Instant? At(Instant? at) => at is { } instant ? Microseconds.Floor(instant) : null;
}
