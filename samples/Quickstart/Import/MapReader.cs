using System.Collections.Immutable;
using System.Text.Json;
using CandidateCrm.Applications;
using CandidateCrm.Timeline;
using NodaTime;
using NodaTime.Text;

namespace Quickstart.Import;

/// <summary>Reads maps, and says in one sentence what is wrong with one.</summary>
internal static class MapReader
{
    private static readonly ActivityFact[] WithFixedStep = [ActivityFact.Ended, ActivityFact.Offer, ActivityFact.Hired, ActivityFact.Touchpoint, ActivityFact.Ignored];

    internal static ImportMap Read(string json)
    {
        MapFile file;
        try
        {
            file = JsonSerializer.Deserialize(json, MapJson.Default.MapFile) ?? throw new JsonException("It holds nothing.");
        }
        catch (JsonException fault)
        {
            throw new RefusedException($"The map cannot be read: {fault.Message}", fault);
        }

        if (file.Delimiter is not [var delimiter] || delimiter is '"' or '\r' or '\n')
        {
            throw new RefusedException("The map's delimiter must be one character, such as «;».");
        }

        ImmutableArray<ActivityRule> rules = [.. file.Activities.Select(entry => RuleOf(entry.Key, entry.Value))];
        if (rules.All(rule => !rule.Step.IsAssigned))
        {
            throw new RefusedException("The map names no activity that moves an application.");
        }

        Require(rules.Count(rule => rule.Fact == ActivityFact.Submitted) <= 1, "Only one activity of the map can be «submitted».");
        return new ImportMap
        {
            CaseColumn = file.Columns.Case,
            ActivityColumn = file.Columns.Activity,
            TimestampColumn = file.Columns.Timestamp,
            SeqColumn = file.Columns.Seq,
            ResourceColumn = file.Columns.Resource,
            Delimiter = delimiter,
            Zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(file.Zone)
                ?? throw new RefusedException($"The map's zone «{file.Zone}» does not exist; use an IANA id such as Europe/Berlin."),
            TimestampFormat = CheckedFormat(file.TimestampFormat),
            Activities = rules,
            Funnel = file.Funnel is { } names ? FunnelOf(names, rules) : DefaultFunnel(rules),
        };
    }

    private static ActivityRule RuleOf(string activity, MapFile.Activity rule)
    {
        Require(rule.Key is null || !WithFixedStep.Contains(rule.Fact), $"The activity «{activity}» has no use for a key: only «submitted» and «stage» have one.");
        var result = new ActivityRule { Activity = activity, Fact = rule.Fact, Direction = rule.Direction };
        switch (rule.Fact)
        {
            case ActivityFact.Submitted or ActivityFact.Stage:
                Require(StageKey.TryFrom(rule.Key ?? Steps.KeyOf(activity), out var step), $"The activity «{activity}» needs a key of lower-case letters, digits and - _ . :");
                return result with { Step = step };
            case ActivityFact.Ended:
                Require(Steps.TryDisposition(rule.Disposition ?? "", out var disposition), $"The activity «{activity}» needs a disposition: rejected, withdrew, self-deselected, position-closed or duplicate.");
                Require(ReasonCode.TryFrom(rule.Reason, out var reason) || rule.Reason is null, $"The reason of the activity «{activity}» is not a code such as «salary».");
                return result with { Step = Steps.Of(disposition), Disposition = disposition, Reason = reason };
            case ActivityFact.Offer:
                return result with { Step = Steps.Offer };
            case ActivityFact.Hired:
                return result with { Step = Steps.Hired };
            case ActivityFact.Touchpoint:
                Require(TouchKind.TryFrom(rule.Kind, out var kind), $"The activity «{activity}» needs a kind of touchpoint, such as email.replied.");
                return result with { Touch = kind };
            default:
                return result;
        }
    }

    private static ImmutableArray<StageKey> FunnelOf(List<string> names, ImmutableArray<ActivityRule> rules)
    {
        ImmutableArray<StageKey> funnel =
        [
            .. names.Select(name => rules.FirstOrDefault(rule => rule.Activity == name) is { Step: { IsAssigned: true } step }
                ? step
                : throw new RefusedException($"The funnel names «{name}», which is no activity of the map that moves an application.")),
        ];
        Require(funnel.Length > 0 && funnel.Distinct().Count() == funnel.Length, "The map's funnel needs one or more steps, none of them twice.");
        return funnel;
    }

    private static ImmutableArray<StageKey> DefaultFunnel(ImmutableArray<ActivityRule> rules) =>
    [
        .. rules.Where(rule => rule.Step.IsAssigned && rule.Fact != ActivityFact.Ended)
            .OrderBy(rule => rule.Fact switch { ActivityFact.Submitted => 0, ActivityFact.Stage => 1, ActivityFact.Offer => 2, _ => 3 })
            .Select(rule => rule.Step).Distinct(),
    ];

    private static string? CheckedFormat(string? format)
    {
        try
        {
            _ = format is null ? null : LocalDateTimePattern.CreateWithInvariantCulture(format);
            return format;
        }
        catch (InvalidPatternException fault)
        {
            throw new RefusedException($"The map's timestampFormat is not a pattern: {fault.Message}", fault);
        }
    }

    private static void Require(bool right, string sentence)
    {
        if (!right)
        {
            throw new RefusedException(sentence);
        }
    }
}
