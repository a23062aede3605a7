using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using CandidateCrm.Rules.Shapes;

namespace CandidateCrm.Rules;

/// <summary>
/// Definitions as JSON, the form in which they are stored and written by hand. Written, they have one spelling: members in a fixed order, no blanks,
/// defaults left out. Read, members may stand in any order and with blanks. What is wrong is a list of faults, never an exception.
/// </summary>
public static class DefinitionJson
{
    /// <summary>The version of the form.</summary>
    public const int Schema = DefinitionShape.Schema;

    /// <summary>Writes a definition in its one spelling. What was written can be read again.</summary>
    /// <exception cref="InvalidRulesException">The definition has faults, so that it could not be read again; all of them are listed.</exception>
    public static string Write(Definition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var text = DefinitionText.Write(definition);
        var faults = Read(text).Faults;
        return faults.IsEmpty ? text : throw new InvalidRulesException(faults);
    }

    /// <summary>Reads a definition, or says everything that is wrong with its text. A byte order mark before it is passed over.</summary>
    public static DefinitionReading Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Judged(DefinitionText.Read(json, out var faults), faults);
    }

    /// <summary>Reads a definition in UTF-8, or says everything that is wrong with its text. A byte order mark before it is passed over.</summary>
    public static DefinitionReading Read(ReadOnlySpan<byte> utf8) => Judged(DefinitionText.Read(utf8, out var faults), faults);

    /// <summary>Makes the document that a store keeps.</summary>
    /// <exception cref="InvalidRulesException">The definition has faults; all of them are listed.</exception>
    public static DefinitionDocument DocumentOf(Definition definition) => Document(definition, Write(definition));

    /// <summary>Returns the SHA-256 of a text in UTF-8. It names a definition where the text is in its one spelling, as <see cref="Write"/> gives it.</summary>
    public static DefinitionHash HashOf(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return DefinitionHash.From(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json))));
    }

    internal static DefinitionDocument Document(Definition definition, string json) =>
        new() { Hash = HashOf(json), Kind = definition.Name.Kind, Json = json };

    private static DefinitionReading Judged(Definition? definition, ImmutableArray<RulesFault> faults)
    {
        ImmutableArray<RulesFault> all = definition is null ? faults : [.. faults, .. DefinitionReview.FaultsOf(definition)];
        return new DefinitionReading { Definition = all.IsEmpty ? definition : null, Faults = all };
    }
}
