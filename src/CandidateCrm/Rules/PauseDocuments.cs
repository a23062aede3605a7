using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CandidateCrm.Candidates;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;

namespace CandidateCrm.Rules;

/// <summary>How pauses are kept: a document for each scope that is paused, named after it, and one for each pause that is over, named after its end.</summary>
internal static class PauseDocuments
{
    internal const string Kind = "pause";
    internal const string EndedKind = "pause.ended";

    internal static DocumentKey KeyOf(TenantId tenant, PauseScope scope) => new(tenant, Kind, NameOf(scope));

    internal static TenantDocument Of(TenantId tenant, Pause pause) => new() { Key = KeyOf(tenant, pause.Scope), Json = PauseJson.Write(pause) };

    /// <summary>Returns the document of a pause that is over. Names are in the order of their ends.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="pause">The pause.</param>
    /// <param name="attempt">Tells apart what ended at one instant.</param>
    internal static TenantDocument OfEnded(TenantId tenant, Pause pause, int attempt)
    {
        var micros = Microseconds.ToMicros(pause.End!.At);
        var name = string.Create(CultureInfo.InvariantCulture, $"{micros:D20}/{Hash(pause.Scope.ToString())[..16]}/{attempt:D2}");
        return new TenantDocument { Key = new DocumentKey(tenant, EndedKind, name), Json = PauseJson.Write(pause) };
    }

    /// <summary>Reads all pauses that nobody has ended yet, those whose time is up among them.</summary>
    internal static async ValueTask<List<(TenantDocument Document, Pause Pause)>> ReadAllAsync(
        ITenantDocuments documents, TenantId tenant, CancellationToken cancellationToken)
    {
        var all = new List<(TenantDocument, Pause)>();
        var query = new DocumentQuery { Tenant = tenant, Kind = Kind, Max = 1_000 };
        IReadOnlyList<TenantDocument> page;
        do
        {
            page = await documents.ReadAsync(query, cancellationToken).ConfigureAwait(false);
            all.AddRange(page.Select(document => (document, PauseJson.Read(document.Json))));
            query = query with { After = page.Count == 0 ? null : page[^1].Key.Name };
        }
        while (page.Count == query.Max);
        return all;
    }

    /// <summary>Names a document after a scope. What is too long for a name, or cannot stand in one, stands there as its hash.</summary>
    private static string NameOf(PauseScope scope)
    {
        var name = scope.ToString();
        return HostText.IsId(name) ? name : $"{(scope.Kind == PauseScopeKind.Candidate ? "candidate" : "definition")}-hash/{Hash(name)}";
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
