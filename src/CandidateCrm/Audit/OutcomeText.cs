using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CandidateCrm.Json;
using CandidateCrm.Relationships;

namespace CandidateCrm.Audit;

/// <summary>
/// What a replay came to, in lines that are the same on every machine: each member of the state that is not at its default, then each derived event,
/// then each effect. A member that a later version adds leaves the lines of states without it as they are.
/// </summary>
internal static class OutcomeText
{
    internal static ImmutableArray<string> Of(Decision decision)
    {
        var lines = ImmutableArray.CreateBuilder<string>();

        // What the services and the store add is no outcome of the rules.
        var state = decision.Next with { Revision = 0, Redrive = null, Unknown = [] };
        using (var document = JsonSerializer.SerializeToDocument(state, OutcomeJsonContext.Default.Relationship))
        {
            Add(lines, "state", document.RootElement);
        }

        lines.AddRange(decision.Derived.Select(derived => $"derived {EntryWords.At(derived.OccurredAt)} {derived.Id} {EntryJson.Text(derived.Entry)}"));
        lines.AddRange(decision.Effects.Select(Line));
        return lines.ToImmutable();
    }

    /// <summary>Returns the SHA-256 of lines.</summary>
    internal static string HashOf(IEnumerable<string> lines) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));

    private static void Add(ImmutableArray<string>.Builder lines, string path, JsonElement element)
    {
        var before = lines.Count;
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    Add(lines, $"{path}.{member.Name}", member.Value);
                }

                if (lines.Count == before)
                {
                    lines.Add($"{path} is there");
                }

                break;
            case JsonValueKind.Array:
                var place = 0;
                foreach (var item in element.EnumerateArray())
                {
                    Add(lines, string.Create(CultureInfo.InvariantCulture, $"{path}[{place++}]"), item);
                }

                break;
            default:
                lines.Add($"{path} = {element.GetRawText()}");
                break;
        }
    }

    private static string Line(Effect effect)
    {
        var asked = effect.Intent switch
        {
            Announce announce => $"announce {EntryJson.Text(announce.Event)}",
            CloseTask close => $"{EntryWords.Of(close)} {close.Task}",
            OpenTask task => $"{EntryWords.Of(task)} {task.Rule} {task.Subject}",
            _ => EntryWords.Of(effect.Intent),
        };
        return $"effect {EntryWords.At(effect.IntendedAt)} {effect.Key} {asked}{(effect.Withheld is { } reason ? $" withheld {reason}" : string.Empty)}";
    }
}
