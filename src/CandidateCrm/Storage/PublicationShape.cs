using System.Security.Cryptography;
using System.Text;
using CandidateCrm.Rules;

namespace CandidateCrm.Storage;

/// <summary>Says what no store can publish, whatever is in it: the mistakes of a caller.</summary>
internal static class PublicationShape
{
    /// <summary>Throws where the publication contradicts itself.</summary>
    internal static void Check(RulesPublication publication)
    {
        ArgumentNullException.ThrowIfNull(publication);
        if (!publication.Tenant.IsAssigned || publication.Version is not { Manifest.IsDefault: false })
        {
            throw new ArgumentException("A publication has an assigned tenant id and a version with a manifest.", nameof(publication));
        }

        foreach (var definition in publication.Definitions.IsDefault ? [] : publication.Definitions)
        {
            if (definition.Hash != HashOf(definition.Json))
            {
                throw new ArgumentException($"The hash {definition.Hash} is not the SHA-256 of the JSON of that {definition.Kind}.", nameof(publication));
            }
        }
    }

    private static DefinitionHash HashOf(string json) =>
        DefinitionHash.From(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json))));
}
