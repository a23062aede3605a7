using System.Collections.Immutable;
using System.Text.Json;

namespace CandidateCrm.Rules.Shapes;

/// <summary>The kinds of definitions that this version knows.</summary>
internal static class DefinitionShapes
{
    internal static ImmutableArray<DefinitionShape> All { get; } =
    [
        SettingsShape.Shape,
        LifecycleShape.Shape,
        PipelineShape.Shape,
        DispositionsShape.Shape,
        PublicStatusShape.Shape,
        CalendarShape.Shape,
        ZoneShape.Shape,
        ExpectationShape.Shape,
        ScoreShape.Shape,
        FitDefinitionShape.Shape,
        ExperienceShape.Shape,
        AttributeShape.Shape,
        SegmentShape.Shape,
    ];

    internal static DefinitionShape? Find(DefinitionKind kind) => All.FirstOrDefault(shape => shape.Kind == kind);

    /// <summary>Reads a definition in the form of its kind. What its parts say to each other is not yet judged.</summary>
    internal static Definition? Read(JsonElement json, Place place)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            place.Fault(RulesFaultCodes.TypeWrong, "A definition is an object.");
            return null;
        }

        if (json.TryGetProperty("schema", out var schema) && schema.ValueKind == JsonValueKind.Number && schema.TryGetInt64(out var number) && number > DefinitionShape.Schema)
        {
            place.Fault(RulesFaultCodes.TooNew, $"The definition is of a newer form; this version of the library reads up to {DefinitionShape.Schema}.");
            return null;
        }

        if (!json.TryGetProperty("kind", out var kind))
        {
            place.Fault(RulesFaultCodes.MemberMissing, $"The member kind is missing. It is one of {string.Join(", ", All.Select(shape => shape.Kind))}.");
            return null;
        }

        if (kind.ValueKind == JsonValueKind.String && DefinitionKind.TryFrom(kind.GetString(), out var known) && Find(known) is { } shape)
        {
            return shape.Read(json, place);
        }

        place.Member("kind").Fault(RulesFaultCodes.KindUnknown, Suggestion.For("a kind of definition", kind.ValueKind == JsonValueKind.String ? kind.GetString()! : string.Empty, [.. All.Select(each => each.Kind.Value)]));
        return null;
    }
}
