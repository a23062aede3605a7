using System.Security.Cryptography;
using System.Text;
using CandidateCrm.Candidates;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;
using NodaTime;
using static CandidateCrm.Testing.Samples;

namespace CandidateCrm.Testing;

/// <summary>What cases publish.</summary>
internal static class RulesSamples
{
    internal static DefinitionDocument Definition(string key)
    {
        // Beyond ASCII, so that only the hash of the UTF-8 bytes is right.
        var json = $$"""{"key":"{{key}}","text":"«ä» {{char.ConvertFromUtf32(0x1F33B)}}"}""";
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
        return new DefinitionDocument { Hash = DefinitionHash.From(hash), Kind = DefinitionKind.Expectation, Json = json };
    }

    internal static ManifestRow Row(string key, int version = 1) =>
        new() { Name = new DefinitionName(DefinitionKind.Expectation, key), Version = version, Hash = Definition(key).Hash };

    /// <summary>A publication that names definitions and supplies all of them.</summary>
    internal static RulesPublication Publication(long position, params string[] keys) => new()
    {
        Tenant = Acme,
        Version = new RulesVersion
        {
            Position = position,
            EffectiveFrom = Monday + Duration.FromDays((int)position),
            PublishedAt = Monday,
            By = Actor.Of(PersonId.From("operator-1")),
            Manifest = [.. keys.Select(k => Row(k))],
        },
        Definitions = [.. keys.Select(Definition)],
    };

    internal static async Task PublishesAsync(this StoreExamination c, RulesPublication publication, bool answer = true) =>
        c.Check.Same(answer, await c.Rules.PublishAsync(publication, CancellationToken.None).ConfigureAwait(false), "published");

    internal static async Task<ArgumentException> RefusesAsync(this StoreExamination c, RulesPublication publication, string what) =>
        await c.Check.RefusesAsync<ArgumentException>(async () => await c.Rules.PublishAsync(publication, CancellationToken.None).ConfigureAwait(false), what).ConfigureAwait(false);

    internal static async Task HasLogAsync(this StoreExamination c, TenantId tenant, params long[] positions)
    {
        var log = await c.Rules.ReadLogAsync(tenant, 0, CancellationToken.None).ConfigureAwait(false);
        c.Check.SameList(positions.Select(p => $"{p}"), log.Select(v => $"{v.Position}"), "the positions of the log");
    }

    /// <summary>Asks for definitions by their keys and expects those that are there.</summary>
    internal static async Task HasDefinitionsAsync(this StoreExamination c, TenantId tenant, string[] asked, params string[] there)
    {
        var read = await c.Rules.ReadDefinitionsAsync(tenant, [.. asked.Select(k => Definition(k).Hash)], CancellationToken.None).ConfigureAwait(false);
        c.Check.SameList(there.Select(k => $"{Definition(k)} {Definition(k).Json}"), read.Select(d => $"{d} {d.Json}"), "the definitions");
    }

    internal static string Text(RulesVersion v)
    {
        var manifest = string.Concat(v.Manifest.Select(r => $" {r.Name} v{r.Version} {r.Hash}"));
        var modes = string.Concat(v.Modes.Select(m => $" {m.Feature} {m.Mode} {StateText.At(m.EffectsFrom)}"));
        return $"{v.Position} from {StateText.At(v.EffectiveFrom)} at {StateText.At(v.PublishedAt)} by {v.By}: {v.Why}; {manifest}; {modes}; {string.Join(' ', v.Suspended)}";
    }
}
