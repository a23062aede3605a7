using System.Collections.Immutable;
using System.Globalization;

namespace CandidateCrm.Rules.Shapes;

/// <summary>Where a reader stands in a definition. What is wrong there is noted under this place.</summary>
internal sealed class Place
{
    internal const int MostFaults = 1_000;

    private readonly List<RulesFault> _faults;
    private readonly string _definition;
    private readonly string _path;

    internal Place(string definition)
        : this([], definition, string.Empty)
    {
    }

    private Place(List<RulesFault> faults, string definition, string path)
    {
        _faults = faults;
        _definition = definition;
        _path = path;
    }

    internal ImmutableArray<RulesFault> Faults => [.. _faults];

    internal Place Member(string name) => new(_faults, _definition, _path.Length == 0 ? name : $"{_path}.{name}");

    internal Place Element(int index) => new(_faults, _definition, $"{_path}[{index.ToString(CultureInfo.InvariantCulture)}]");

    /// <summary>Notes a fault and returns false, so that a reader can return it.</summary>
    internal bool Fault(string code, string sentence)
    {
        if (_faults.Count < MostFaults)
        {
            _faults.Add(new RulesFault { Code = code, Where = _path.Length == 0 ? _definition : $"{_definition}: {_path}", Sentence = sentence });
        }

        return false;
    }
}
