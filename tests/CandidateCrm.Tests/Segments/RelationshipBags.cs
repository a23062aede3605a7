using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Engagement;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Segments;

/// <summary>A candidate as a dictionary, made of the public members of the relationship and of what was told, one name after the other.</summary>
internal static class RelationshipBags
{
    internal static Bag Of(Relationship state, IEnumerable<TimelineEvent> told, Instant at, CrmRules rules)
    {
        var touches = told.Where(one => one.OccurredAt <= at && one.Entry is TouchpointRecorded).OrderBy(one => one.Place).ToList();
        var bag = new Bag
        {
            ["phase"] = state.Lifecycle?.Phase.ToString(),
            ["phaseSince"] = state.Lifecycle?.Since,
            ["roles"] = state.Lifecycle?.Roles.Where(role => role.Since is not null).Select(role => role.Role.ToString()).ToArray(),
            ["snoozedUntil"] = state.Lifecycle?.Overlays.Snooze?.Until,
            ["contactBarredSince"] = state.Candidate?.Holds.BarredSince,
            ["availability"] = Word(state.Candidate?.Availability?.Current, Availability.Unknown),
            ["interest"] = Word(state.Candidate?.Interest?.Current, InterestLevel.Unknown),
            ["sources"] = state.Candidate?.Origins.Select(origin => origin.Source.ToString()).ToArray(),
            ["lastContactedAt"] = state.Contact?.LastOutboundAt,
            ["lastHeardFromAt"] = state.Contact?.LastInboundAt,
            ["firstContactAt"] = touches.FirstOrDefault()?.OccurredAt,
            ["touchpointCount"] = (decimal)(state.Contact?.Touchpoints ?? 0),
            ["touchpoints"] = touches.ConvertAll(Touch),
            ["applications"] = (state.Applications?.All ?? []).Where(each => each.Status != ApplicationStatus.Removed).Select(Application).ToList(),
            ["promises"] = (state.Charter?.Promises ?? []).Select(Promise).ToList(),
        };
        foreach (var model in rules.Scores)
        {
            var explained = state.Engagement?.Find(model.Key)?.State is { } tracked ? new ScoreEngine(model).Explain(tracked, at) : new ScoreEngine(model).Explain([], at);
            bag[$"score.{model.Key}"] = explained.Score;
            bag[$"band.{model.Key}"] = explained.Band?.ToString();
        }

        foreach (var attribute in state.Candidate?.Attributes ?? [])
        {
            bag[attribute.Name.Value] = attribute.Value.Type switch
            {
                AttributeType.Text => attribute.Value.AsText,
                AttributeType.TextSet => attribute.Value.AsTexts.ToArray(),
                AttributeType.Boolean => "there", // of a contact
                _ => null, // another type than declared
            };
        }

        return bag;
    }

    private static Bag Touch(TimelineEvent one)
    {
        var told = (TouchpointRecorded)one.Entry;
        return new Bag
        {
            ["kind"] = told.Kind.ToString(),
            ["at"] = one.OccurredAt,
            ["direction"] = told.Direction.ToString().ToLowerInvariant(),
            ["application"] = told.Application.IsAssigned ? told.Application.ToString() : null,
            ["automated"] = told.Automated,
            ["quantity"] = (decimal)told.Quantity,
        };
    }

    private static Bag Application(ApplicationState state) => new()
    {
        ["application"] = state.Application.ToString(),
        ["requisition"] = state.Requisition.IsAssigned ? state.Requisition.ToString() : null,
        ["status"] = state.Status.ToString().ToLowerInvariant(),
        ["stage"] = state.Stage.IsAssigned ? state.Stage.ToString() : null,
        ["stageSince"] = state.StageSince,
        ["furthestStage"] = state.Furthest.IsAssigned ? state.Furthest.ToString() : null,
        ["submittedAt"] = state.SubmittedAt,
        ["disposition"] = state.Ending is { } ending ? Camel(ending.Disposition.ToString()) : null,
        ["endedAt"] = state.Ending?.At,
        ["reopenings"] = (decimal)state.Reopenings,
    };

    private static Bag Promise(CandidateCrm.Charter.Promise promise) => new()
    {
        ["expectation"] = promise.Key.Expectation.ToString(),
        ["application"] = promise.Key.Subject == "*" ? null : promise.Key.Subject,
        ["state"] = promise.State.ToString().ToLowerInvariant(),
        ["openedAt"] = promise.OpenedAt,
        ["dueAt"] = promise.DueAt,
    };

    private static string? Word<T>(T? value, T unknown)
        where T : struct, Enum => value is { } known && !known.Equals(unknown) ? Camel(known.ToString()) : null;

    private static string Camel(string word) => char.ToLowerInvariant(word[0]) + word[1..];
}
