using CandidateCrm.Storage;

namespace CandidateCrm.Tests.Timeline;

/// <summary>A store that loses its connection at one call, before or after it took effect, for that call alone or until it is revived.</summary>
internal class DyingStore(IClock clock) : StoreAround(new InMemoryCrmStore(clock))
{
    private int _failingCall;
    private bool _afterTheCall;
    private bool _staysDead;
    private bool _isDead;

    internal int Calls { get; private set; }

    internal void Arm(int failingCall, bool afterTheCall, bool staysDead) =>
        (Calls, _failingCall, _afterTheCall, _staysDead, _isDead) = (0, failingCall, afterTheCall, staysDead, false);

    internal void Revive() => _isDead = false;

    protected override async ValueTask<T> AroundAsync<T>(string name, Func<ValueTask<T>> call)
    {
        var fails = ++Calls == _failingCall;
        if (_isDead || (fails && !_afterTheCall))
        {
            _isDead |= _staysDead;
            throw new StoreLostException();
        }

        var answer = await call();
        _isDead |= fails && _staysDead;
        return fails ? throw new StoreLostException() : answer;
    }
}
