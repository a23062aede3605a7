
namespace CandidateCrm.Rules;

/// <summary>The templates that the host registered, by name; each is built once.</summary>
internal sealed class RulesTemplates
{
    private readonly Dictionary<string, Lazy<CrmRules>> _templates = new(StringComparer.Ordinal);

    internal IEnumerable<string> Names => _templates.Keys.Order(StringComparer.Ordinal);

    internal bool TryAdd(string name, Action<CrmRulesBuilder> write) => _templates.TryAdd(name, new Lazy<CrmRules>(() =>
    {
        var builder = new CrmRulesBuilder();
        write(builder);
        return builder.Build();
    }));

    internal bool Contains(string name) => _templates.ContainsKey(name);

    internal CrmRules Build(string name) => _templates[name].Value;
}
