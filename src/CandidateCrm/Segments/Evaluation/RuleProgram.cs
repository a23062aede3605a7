using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>
/// How one rule of a schema runs: as typed nodes at first, and as compiled code once it was asked so often that compiling has paid. All predicates
/// of an equal rule share it. Where no code can be compiled at run time the nodes stay.
/// </summary>
internal sealed class RuleProgram<T>
{
    /// <summary>Compiling takes about as long as this many evaluations.</summary>
    internal const int ManyEvaluations = 20_000;

    private int _evaluations;
    private Func<T, Moment, bool>? _compiled;

    /// <summary>Counts an evaluation, and returns the compiled code once there is some. A count that threads lose is no harm.</summary>
    internal Func<T, Moment, bool>? Count(RuleNode<T> node)
    {
        if (Volatile.Read(ref _compiled) is { } compiled)
        {
            return compiled;
        }

        return ++_evaluations == ManyEvaluations && RuntimeFeature.IsDynamicCodeCompiled ? Compile(node) : null;
    }

    /// <summary>Compiles the code of a node. All nodes of an equal rule look into a moment at the same places.</summary>
    internal Func<T, Moment, bool> Compile(RuleNode<T> node)
    {
        var (item, moment) = (Expression.Parameter(typeof(T)), Expression.Parameter(typeof(Moment)));
        var compiled = Expression.Lambda<Func<T, Moment, bool>>(node.Emit(item, moment), item, moment).Compile();
        Volatile.Write(ref _compiled, compiled);
        return compiled;
    }
}
