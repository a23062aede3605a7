using System.Text.Json;
using CandidateCrm.Applications;
using CandidateCrm.Json;
using CandidateCrm.Rules;
using CandidateCrm.Rules.Shapes;
using CandidateCrm.Timeline;
using NodaTime;
using NodaTime.Text;

namespace CandidateCrm.Segments.Explaining;

/// <summary>The form of explanations in JSON, said once for reading, writing and the JSON Schema.</summary>
internal static class ExplanationShapes
{
    internal static TextShape<string> Text { get; } = new() { From = (text, out read) => Right(read = text), To = text => text, Rule = _ => { } };

    internal static TextShape<Instant> Moment { get; } = new()
    {
        From = (text, out at) => InstantPattern.ExtendedIso.Parse(text).TryGetValue(default, out at) ? null : new Complaint(RulesFaultCodes.InstantInvalid, "An instant is written in UTC, such as 2026-06-30T10:00:00Z."),
        To = InstantPattern.ExtendedIso.Format,
        Rule = schema => schema.WriteString("pattern", "^-?[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"),
    };

    internal static TextShape<LocalDate> Date { get; } = new()
    {
        From = (text, out date) => LocalDatePattern.Iso.Parse(text).TryGetValue(default, out date) ? null : new Complaint(RulesFaultCodes.DateInvalid, "A date is written such as 2026-03-09."),
        To = LocalDatePattern.Iso.Format,
        Rule = schema => schema.WriteString("pattern", "^-?[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
    };

    private static TextShape<string> Words { get; } = new()
    {
        From = (text, out read) => string.IsNullOrWhiteSpace(read = text) ? new Complaint(RulesFaultCodes.TextInvalid, "A text that is not blank belongs here.") : null,
        To = text => text,
        Rule = schema => schema.WriteNumber("minLength", 1),
    };

    internal static ObjectShape<DecidingCondition> Condition { get; } = new(table =>
    {
        var condition = table.Must("condition", Words, each => each.Condition, "The condition as text.");
        var field = table.May("field", Text, each => each.Field, "The field or collection that it asks; left out for segments and for everyone.", otherwise: string.Empty);
        var holds = table.Must("holds", FlagShape.Instance, each => each.Holds, "Whether it holds.");
        var actual = table.May("actual", ActualShape.Instance, each => each.Actual, "What was found; left out where there is no value, and where it is masked. Of a collection, how many items meet the condition.");
        var masked = table.May("masked", FlagShape.Instance, each => each.IsMasked, "Whether the class of the attribute hides the value.");
        var threshold = table.Maybe("threshold", ExactShape.Instance, each => each.Threshold, "The number that is asked for.");
        var gap = table.Maybe("gap", ExactShape.Instance, each => each.Gap, "The threshold less what was found.");
        var changesAt = table.Maybe("changesAt", Moment, each => each.ChangesAt, "When time alone makes it hold otherwise; left out for never.");
        return (values, place) =>
        {
            var read = new DecidingCondition
            {
                Condition = values.Of(condition)!,
                Field = values.Of(field)!,
                Holds = values.Of(holds),
                Actual = values.Of(actual),
                IsMasked = values.Of(masked),
                Threshold = values.Of(threshold),
                ChangesAt = values.Of(changesAt),
            };
            return values.Of(gap) != read.Gap ? Faulty<DecidingCondition>(place.Member("gap"), "The gap is the threshold less what was found, where both are numbers, and is left out elsewhere.")
                : read.IsMasked && !read.Actual.IsNone ? Faulty<DecidingCondition>(place.Member("actual"), "What is masked has no actual value.")
                : read;
        };
    });

    internal static ChoiceShape<ExplainedPart> Part { get; } = new(
    [
        ("group", new ObjectShape<ExplainedPart>(table =>
        {
            var group = table.Must("group", Texts.Word<ExplainedGroup>("a kind of group"), part => part.Group ?? default, "Whether all of the parts have to hold, or one.");
            var not = table.May("not", FlagShape.Instance, part => part.IsNegated, "Whether the group stands under «not».");
            var holds = table.Must("holds", FlagShape.Instance, part => part.Holds, "Whether it holds, after «not».");
            var decides = table.Must("decides", FlagShape.Instance, part => part.Decides, "Whether it is among what decides the whole.");
            var parts = table.Must("parts", new ListShape<ExplainedPart>(new PartShape(), least: 1), part => part.Parts, "The parts, in the order of the rule.");
            return (values, _) => new ExplainedPart { Group = values.Of(group), IsNegated = values.Of(not), Holds = values.Of(holds), Decides = values.Of(decides), Parts = values.Of(parts) };
        }), part => part.Condition is null),
        ("condition", new ObjectShape<ExplainedPart>(table =>
        {
            var holds = table.Must("holds", FlagShape.Instance, part => part.Holds, "Whether the condition holds.");
            var decides = table.Must("decides", FlagShape.Instance, part => part.Decides, "Whether it is among what decides the whole.");
            var condition = table.Must("condition", Condition, part => part.Condition!, "The condition, with what was found.");
            return (values, place) => values.Of(condition)!.Holds == values.Of(holds)
                ? new ExplainedPart { Holds = values.Of(holds), Decides = values.Of(decides), Condition = values.Of(condition) }
                : Faulty<ExplainedPart>(place.Member("holds"), "A condition holds here as it does within.");
        }), part => part.Condition is not null),
    ]);

    private static ObjectShape<UsedProxy> Proxy { get; } = new(table =>
    {
        var field = table.Must("field", Text, proxy => proxy.Field, "The name of the field.");
        var who = table.Must("who", Words, proxy => proxy.Justification.Who, "Who answers for it.");
        var why = table.Must("why", Words, proxy => proxy.Justification.Why, "The reason.");
        var until = table.Must("until", Moment, proxy => proxy.Justification.Until, "When the justification ends.");
        return (values, _) => new UsedProxy
        {
            Field = values.Of(field)!,
            Justification = new FieldJustification { Who = values.Of(who)!, Why = values.Of(why)!, Until = values.Of(until) },
        };
    });

    private static ObjectShape<SegmentChoice> Choice { get; } = new(table =>
    {
        var segment = table.Must("segment", Texts.Code<SegmentKey>("The key of a segment"), choice => choice.Segment, "The segment.");
        var isIn = table.Must("isIn", FlagShape.Instance, choice => choice.IsIn, "Whether the candidate was put in, or taken out.");
        var at = table.Must("at", Moment, choice => choice.At, "Since when.");
        var by = table.Must("by", Texts.Word<ActorKind>("a kind of actor"), choice => choice.By.Kind, "Who decided.");
        var person = table.Maybe("person", Texts.Id<PersonId>("The id of a user"), choice => choice.By.Person.IsAssigned ? choice.By.Person : null, "The id of a named user, and of nobody else.");
        var reason = table.Must("reason", Texts.Code<ReasonCode>("A reason"), choice => choice.Reason, "Why.");
        return (values, place) => values.Of(person).HasValue != (values.Of(by) == ActorKind.Person)
            ? Faulty<SegmentChoice>(place.Member("person"), "A named user has an id, and nobody else has one.")
            : new SegmentChoice
            {
                Segment = values.Of(segment),
                IsIn = values.Of(isIn),
                At = values.Of(at),
                By = ActorWords.Of(values.Of(by), values.Of(person) ?? default),
                Reason = values.Of(reason),
            };
    });

    internal static ObjectShape<SegmentExplanation> Whole { get; } = new(table =>
    {
        table.Ignore("$schema", Texts.Line, "Where an editor finds the JSON Schema; nothing else reads it.");
        table.Must("schema", new WholeShape(SegmentExplanationJson.Schema, SegmentExplanationJson.Schema, "The version of the form"), _ => SegmentExplanationJson.Schema, "The version of the form.");
        var isIn = table.Must("isIn", FlagShape.Instance, whole => whole.IsIn, "Whether the candidate is in.");
        var at = table.Must("at", Moment, whole => whole.At, "The instant that is meant by now.");
        var zone = table.Must("zone", Words, whole => whole.Zone, "The id of the zone in which days begin.");
        var flip = table.Maybe("nextFlip", Moment, whole => whole.NextFlip, "When time alone gives the other answer; left out for never.");
        var deciding = table.Must("deciding", new ListShape<DecidingCondition>(Condition), whole => whole.Deciding, "The fewest conditions that decide, in the order of the rule.");
        var tree = table.May("tree", new PartShape(), whole => whole.Tree!, "The whole rule, part by part.", otherwise: null!);
        var proxies = table.List("proxies", new ListShape<UsedProxy>(Proxy), whole => whole.Proxies, "The proxies that the rule uses, each with its justification.");
        var byHand = table.May("byHand", Choice, whole => whole.ByHand!, "What somebody decided by hand, where that decides.", otherwise: null!);
        return (values, place) => Agreed(place, new SegmentExplanation
        {
            IsIn = values.Of(isIn),
            At = values.Of(at),
            Zone = values.Of(zone)!,
            NextFlip = values.Of(flip),
            Deciding = values.Of(deciding),
            Tree = values.Of(tree),
            Proxies = values.Of(proxies),
            ByHand = values.Of(byHand),
        });
    });

    /// <summary>Describes the whole, with the part that has itself in it beside.</summary>
    internal static void Describe(Utf8JsonWriter schema)
    {
        Whole.Describe(schema);
        schema.WriteStartObject("$defs");
        schema.WriteStartObject(PartShape.Name);
        Part.Describe(schema);
        schema.WriteEndObject();
        schema.WriteEndObject();
    }

    private static SegmentExplanation? Agreed(Place place, SegmentExplanation whole) =>
        whole.Tree is not { } tree ? whole
        : tree.Holds != whole.IsIn ? Faulty<SegmentExplanation>(place.Member("tree"), "The tree holds where the candidate is in, and only there.")
        : !Deciding(tree).SequenceEqual(whole.Deciding) ? Faulty<SegmentExplanation>(place.Member("deciding"), "What decides is the conditions of the tree that do, in their order.")
        : whole;

    private static IEnumerable<DecidingCondition> Deciding(ExplainedPart part) =>
        part.Condition is { } condition ? part.Decides ? [condition] : [] : part.Parts.SelectMany(Deciding);

    private static Complaint? Right(string text) => text is null ? new Complaint(RulesFaultCodes.TextInvalid, "A text belongs here.") : null;

    private static T? Faulty<T>(Place place, string sentence)
        where T : class
    {
        place.Fault(RulesFaultCodes.Malformed, sentence);
        return null;
    }
}
