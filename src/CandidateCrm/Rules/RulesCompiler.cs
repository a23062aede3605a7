using System.Runtime.CompilerServices;
using CandidateCrm.Relationships;

namespace CandidateCrm.Rules;

/// <summary>Compiles rules once and remembers them for as long as somebody holds the rules.</summary>
internal sealed class RulesCompiler
{
    private readonly ConditionalWeakTable<CrmRules, CompiledRules> _compiled = [];
    private readonly ConditionalWeakTable<Activation, RulesInForce> _inForce = [];

    internal CompiledRules Compile(CrmRules rules) =>
        _compiled.TryGetValue(rules, out var compiled) ? compiled : _compiled.GetValue(rules, r => new CompiledRules(r));

    internal RulesInForce Compile(Activation activation) =>
        _inForce.TryGetValue(activation, out var inForce) ? inForce : _inForce.GetValue(activation, a => new RulesInForce(a, Compile(a.Rules)));
}
