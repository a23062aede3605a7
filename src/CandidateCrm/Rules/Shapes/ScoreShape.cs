using System.Collections.Immutable;
using System.Text.Json;
using CandidateCrm.Engagement;
using CandidateCrm.Timeline;

namespace CandidateCrm.Rules.Shapes;

/// <summary>Scoring models: signals, groups, bands and the bounds of the score.</summary>
internal static class ScoreShape
{
    private static readonly DecimalShape Bound = new(-ScoreBounds.LargestLimit, ScoreBounds.LargestLimit, value => ScoreBounds.Limit(value));
    private static readonly DecimalShape Threshold = new(-ScoreBounds.LargestLimit, ScoreBounds.LargestLimit, value => ScoreBounds.Threshold(value));
    private static readonly TextShape<SignalGroupKey> GroupKey = Texts.Code<SignalGroupKey>("The key of a group");

    private static ObjectShape<Signal> Signals { get; } = new(table =>
    {
        var kind = table.Must("kind", Texts.Code<TouchKind>("A kind of touchpoint"), s => s.Kind, "The kind of touchpoint, once per model.");
        var weight = table.Must("weight", new DecimalShape(-ScoreBounds.LargestWeight, ScoreBounds.LargestWeight, ScoreBounds.Weight), s => s.Weight, "What one touchpoint counts when it happens.");
        var halfLife = table.Maybe("halfLife", Texts.Length(isElapsed: true, value => ScoreBounds.HalfLife(value)), s => s.HalfLife, "The elapsed time after which it counts half, such as P30D; it never fades where this is left out.");
        var cap = table.Maybe("cap", new DecimalShape(0, ScoreBounds.LargestLimit, value => ScoreBounds.Cap(value)), s => s.Cap, "The largest size of the signal's value.");
        var saturation = table.Maybe("saturation", new DecimalShape(0.000001m, 100_000_000m, value => ScoreBounds.Saturation(value)), s => s.Saturation, "What the value nears but never passes.");
        var group = table.Maybe("group", GroupKey, s => s.Group, "The group whose cap it shares.");
        return (values, _) => new Signal
        {
            Kind = values.Of(kind),
            Weight = values.Of(weight),
            HalfLife = values.Of(halfLife),
            Cap = values.Of(cap),
            Saturation = values.Of(saturation),
            Group = values.Of(group),
        };
    });

    private static ObjectShape<SignalGroup> Groups { get; } = new(table =>
    {
        var key = table.Must("key", GroupKey, g => g.Key, "The key of the group, once per model.");
        var cap = table.Must("cap", new DecimalShape(0, ScoreBounds.LargestLimit, ScoreBounds.GroupCap), g => g.Cap, "The largest size of the sum of its signals.");
        return (values, _) => new SignalGroup { Key = values.Of(key), Cap = values.Of(cap) };
    });

    private static ObjectShape<Band> Bands { get; } = new(table =>
    {
        var key = table.Must("key", Texts.Code<BandKey>("The key of a band"), b => b.Key, "The key of the band, once per model.");
        var enter = table.Maybe("enter", Threshold, b => b.Enter, "The score at which it is entered; the lowest band has none.");
        var exit = table.Maybe("exit", Threshold, b => b.Exit, "The score below which it is left; the one at which it is entered where this is left out.");
        return (values, _) => new Band { Key = values.Of(key), Enter = values.Of(enter), Exit = values.Of(exit) };
    });

    internal static DefinitionOf<ScoringModel> Shape { get; } = new(DefinitionKind.Score, Definition.Of, table =>
    {
        var key = table.Must("key", Texts.Code<ScoreKey>("The key of a score"), m => m.Key, "The key of the score.");
        var version = table.Version(m => m.Version);
        var signals = table.Must("signals", new ListShape<Signal>(Signals, least: 1, most: ScoreBounds.MostSignals), m => m.Signals, "The signals, in the order in which explanations list them.");
        var groups = table.List("groups", new ListShape<SignalGroup>(Groups), m => m.Groups, "The groups that signals name.");
        var floor = table.Maybe("floor", Bound, m => m.Floor, "The least score.");
        var ceiling = table.Maybe("ceiling", Bound, m => m.Ceiling, "The largest score.");
        var bands = table.List("bands", new ListShape<Band>(Bands), m => m.Bands, "The bands from the lowest up; the lowest has no thresholds.");
        return (values, _) => new ScoringModel
        {
            Key = values.Of(key),
            Version = values.Of(version),
            Signals = values.Of(signals),
            Groups = values.Of(groups),
            Floor = values.Of(floor),
            Ceiling = values.Of(ceiling),
            Bands = values.Of(bands),
        };
    });

    /// <summary>Lists what parts say to each other, as far as they can be read, whatever is wrong beside them.</summary>
    internal static IEnumerable<ScoringModelFault> PartFaultsOf(JsonElement model) => model.ValueKind != JsonValueKind.Object ? [] : ScoringModelReview.FaultsOf(new ScoringModelParts
    {
        Signals = Parts(model, "signals", Signals, signal => ScoringModelParts.Named(
            TouchKind.TryFrom(Text(signal, "kind"), out var kind) ? kind : default, SignalGroupKey.TryFrom(Text(signal, "group"), out var group) ? group : null)),
        Groups = Parts(model, "groups", Groups, group => ScoringModelParts.Named(SignalGroupKey.TryFrom(Text(group, "key"), out var key) ? key : null)),
        Bands = Parts(model, "bands", Bands, _ => null),
        Floor = Limit(model, "floor"),
        Ceiling = Limit(model, "ceiling"),
    });

    /// <summary>Returns the parts of a list, and what stands for each that cannot be read; of what is no list nothing is known, not even how long it is.</summary>
    private static ImmutableArray<T?> Parts<T>(JsonElement model, string name, ObjectShape<T> shape, Func<JsonElement, T?> otherwise)
        where T : class =>
        !model.TryGetProperty(name, out var list) ? []
        : list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Select(item => shape.Read(item, new Place(string.Empty), out var part) ? part : otherwise(item))]
        : [null];

    private static string? Text(JsonElement part, string name) =>
        part.ValueKind == JsonValueKind.Object && part.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    private static decimal? Limit(JsonElement model, string name) =>
        model.TryGetProperty(name, out var limit) && Bound.Read(limit, new Place(string.Empty), out var value) ? value : null;
}
