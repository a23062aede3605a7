using System.Collections.Immutable;
using CandidateCrm.Rules;

namespace CandidateCrm.Storage;

/// <summary>One tenant's activation log and definitions. The tenant's lock guards it.</summary>
internal sealed class StoredRules
{
    private readonly List<RulesVersion> _log = [];
    private readonly Dictionary<DefinitionHash, DefinitionDocument> _definitions = [];

    internal IReadOnlyList<RulesVersion> ReadLog(long after) => _log.GetRange((int)Math.Clamp(after, 0, _log.Count), _log.Count - (int)Math.Clamp(after, 0, _log.Count));

    internal IReadOnlyList<DefinitionDocument> ReadDefinitions(ImmutableArray<DefinitionHash> hashes)
    {
        var found = new List<DefinitionDocument>();
        foreach (var hash in hashes.IsDefault ? [] : hashes)
        {
            if (_definitions.TryGetValue(hash, out var definition))
            {
                found.Add(definition);
            }
        }

        return found;
    }

    /// <summary>Appends an entry; false where its position is not the one after the last.</summary>
    /// <exception cref="ArgumentException">The manifest names a definition that is neither known nor supplied.</exception>
    internal bool Publish(RulesPublication publication)
    {
        var supplied = publication.Definitions.IsDefault ? [] : publication.Definitions;
        var hashes = supplied.Select(d => d.Hash).ToHashSet();
        foreach (var row in publication.Version.Manifest)
        {
            if (!hashes.Contains(row.Hash) && !_definitions.ContainsKey(row.Hash))
            {
                throw new ArgumentException($"The manifest names {row.Name} with the hash {row.Hash}, which is neither known nor supplied.", nameof(publication));
            }
        }

        if (publication.Version.Position != _log.Count + 1)
        {
            return false;
        }

        _log.Add(publication.Version);
        foreach (var definition in supplied)
        {
            _definitions.TryAdd(definition.Hash, definition);
        }

        return true;
    }
}
