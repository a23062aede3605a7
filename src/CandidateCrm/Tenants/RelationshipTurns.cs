using System.Runtime.InteropServices;
using CandidateCrm.Candidates;

namespace CandidateCrm.Tenants;

/// <summary>
/// Lets the writers of one process take turns at a relationship, first come, first served, so that they do not decide the same thing again
/// and again. A courtesy only: writers of other processes are met by the revision. A relationship that nobody writes takes no room, and a
/// turn that nobody waits for costs no allocation.
/// </summary>
internal sealed class RelationshipTurns
{
    private readonly Stripe[] _stripes = [.. Enumerable.Range(0, 64).Select(_ => new Stripe())];

    /// <summary>Waits for the turn. Whoever gets it ends it by disposing of it, once.</summary>
    internal ValueTask<Turn> EnterAsync(RelationshipKey key, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<Turn>(cancellationToken);
        }

        var stripe = _stripes[(uint)key.GetHashCode() % (uint)_stripes.Length];
        return stripe.Enter(key) is { } waiter ? WaitAsync(new Turn(stripe, key), waiter, cancellationToken) : new(new Turn(stripe, key));
    }

    private static async ValueTask<Turn> WaitAsync(Turn turn, TaskCompletionSource waiter, CancellationToken cancellationToken)
    {
        var giveUp = cancellationToken.UnsafeRegister(static (waiting, token) => ((TaskCompletionSource)waiting!).TrySetCanceled(token), waiter);
        await using (giveUp.ConfigureAwait(false))
        {
            await waiter.Task.ConfigureAwait(false);
        }

        return turn;
    }

    /// <summary>The right to write a relationship, as far as this process goes.</summary>
    internal readonly struct Turn(Stripe stripe, RelationshipKey key) : IDisposable
    {
        public void Dispose() => stripe.Leave(key);
    }

    /// <summary>Some of the relationships: who waits for which. Null where one is taken and nobody waits.</summary>
    internal sealed class Stripe
    {
        private readonly Lock _gate = new();
        private readonly Dictionary<RelationshipKey, Queue<TaskCompletionSource>?> _taken = [];

        internal TaskCompletionSource? Enter(RelationshipKey key)
        {
            lock (_gate)
            {
                ref var line = ref CollectionsMarshal.GetValueRefOrAddDefault(_taken, key, out var isTaken);
                if (!isTaken)
                {
                    return null;
                }

                var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                (line ??= []).Enqueue(waiter);
                return waiter;
            }
        }

        /// <summary>Hands the turn to the first who still waits for it.</summary>
        internal void Leave(RelationshipKey key)
        {
            lock (_gate)
            {
                var line = _taken[key];
                while (line is { Count: > 0 })
                {
                    if (line.Dequeue().TrySetResult())
                    {
                        return;
                    }
                }

                _taken.Remove(key);
            }
        }
    }
}
