using System.Runtime.CompilerServices;

namespace CandidateCrm.Rules;

/// <summary>
/// Reads each document once and gives everybody the same object: what many tenants and versions share is there once, for as long as somebody
/// holds it. That a document cannot be read is remembered too. Safe for concurrent use; one for a process is enough.
/// </summary>
public sealed class DefinitionCache
{
    private const int MostRefusals = 1_000;
    private const int LeastSweep = 256;

    private readonly Lock _gate = new();
    private readonly Dictionary<DefinitionHash, WeakReference<DefinitionReading>> _read = [];
    private readonly Dictionary<DefinitionHash, DefinitionReading> _refused = [];

    // A reading lives as long as its content does, which is what rules hold.
    private readonly ConditionalWeakTable<object, DefinitionReading> _held = [];
    private int _sweepAt = LeastSweep;

    /// <summary>Reads a document under its hash. A document whose text does not have that hash is refused and not remembered.</summary>
    public DefinitionReading Read(DefinitionDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Find(document.Hash) ?? Keep(document);
    }

    private DefinitionReading? Find(DefinitionHash hash)
    {
        lock (_gate)
        {
            return _read.TryGetValue(hash, out var weak) && weak.TryGetTarget(out var reading) ? reading : _refused.GetValueOrDefault(hash);
        }
    }

    /// <summary>Reads outside the gate; of two that read the same at once, the first one's object is kept.</summary>
    private DefinitionReading Keep(DefinitionDocument document)
    {
        if (DefinitionJson.HashOf(document.Json) != document.Hash)
        {
            return new DefinitionReading
            {
                Faults = [new RulesFault { Code = RulesFaultCodes.HashDiffers, Where = $"definition {document.Hash}", Sentence = "The text of the document does not have the hash that it is kept under; it was changed after it was stored." }],
            };
        }

        var reading = DefinitionJson.Read(document.Json);
        lock (_gate)
        {
            if (Find(document.Hash) is { } first)
            {
                return first;
            }

            Add(document.Hash, reading);
            return reading;
        }
    }

    private void Add(DefinitionHash hash, DefinitionReading reading)
    {
        if (reading.Definition is { } definition)
        {
            _held.Add(definition.Content, reading);
            _read[hash] = new WeakReference<DefinitionReading>(reading);
            Sweep();
            return;
        }

        if (_refused.Count >= MostRefusals)
        {
            _refused.Clear();
        }

        _refused[hash] = reading;
    }

    private void Sweep()
    {
        if (_read.Count < _sweepAt)
        {
            return;
        }

        foreach (var (hash, weak) in _read)
        {
            if (!weak.TryGetTarget(out _))
            {
                _read.Remove(hash);
            }
        }

        _sweepAt = Math.Max(LeastSweep, _read.Count * 2);
    }
}
